/**
 * Other front ends of the large feeds, by the site whose pages they show; as of November 2026. Only domains that
 * serve nothing else. Sources: the lists of instances that Invidious, Piped, Nitter, Redlib and Teddit keep, and for
 * Instagram, TikTok and Tumblr the sites themselves.
 */
export const frontEnds = {
  'instagram.com': ['dumpoir.com', 'gramhir.com', 'imginn.com', 'picnob.com', 'picuki.com', 'pixwox.com'],
  'reddit.com': [
    'libredd.it',
    'photon-reddit.com',
    'rxddit.com',
    'safereddit.com',
    'teddit.net',
    'troddit.com',
  ],
  'tiktok.com': ['offtiktok.com', 'tnktok.com', 'urlebird.com', 'vxtiktok.com'],
  'tumblr.com': ['tumbex.com'],
  'x.com': [
    'fixupx.com',
    'fxtwitter.com',
    'lightbrd.com',
    'nitter.net',
    'nitter.space',
    'sotwe.com',
    'twiiit.com',
    'twstalker.com',
    'vxtwitter.com',
    'xcancel.com',
  ],
  'youtube.com': ['invidio.us', 'piped.video', 'poketube.fun', 'viewtube.io', 'yewtu.be'],
} as const satisfies Readonly<Record<string, readonly string[]>>
