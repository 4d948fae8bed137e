import type { SurfaceGroups } from './surface-groups'

export const mediaSurfaces = {
  'abc.net.au': {
    surfaces: [
      ['iview', 'video', 'iview'],
      ['listen', 'other'],
    ],
  },
  'bbc.com': {
    also: ['bbc.co.uk'],
    surfaces: [
      ['iplayer', 'video', 'iPlayer'],
      ['sounds', 'other'],
      ['bitesize', 'learning'],
      ['food', 'other'],
    ],
  },
  'bilibili.com': {
    surfaces: [
      ['live', 'video'],
      ['feed', 'feed', 'Moments'],
      ['messages', 'chat'],
      ['studio', 'work'],
      ['games', 'games'],
      ['reading', 'other'],
    ],
  },
  'br.de': { surfaces: [['mediathek', 'video']] },
  'cbc.ca': { surfaces: [['gem', 'video']] },
  'chess.com': {
    surfaces: [['learn', 'learning', 'Lessons']],
  },
  'derstandard.at': { also: ['derstandard.de'] },
  'dr.dk': { surfaces: [['drtv', 'video', 'DRTV']] },
  'dw.com': {
    surfaces: [['learn', 'learning', 'Learn German']],
  },
  'epicgames.com': { surfaces: [['store', 'shopping']] },
  'globo.com': {
    surfaces: [
      ['globoplay', 'video'],
      ['g1', 'news', 'g1'],
      ['ge', 'news', 'ge'],
    ],
  },
  'heise.de': {
    surfaces: [
      ['forum', 'feed'],
      ['prices', 'shopping'],
    ],
  },
  'lichess.org': {
    surfaces: [['learn', 'learning']],
  },
  'netflix.com': {
    surfaces: [
      ['browse', 'video'],
      ['help', 'other'],
    ],
  },
  'nrk.no': {
    surfaces: [
      ['tv', 'video', 'TV'],
      ['radio', 'other'],
    ],
  },
  'nytimes.com': {
    surfaces: [
      ['games', 'games'],
      ['cooking', 'other'],
      ['wirecutter', 'shopping'],
    ],
  },
  'orf.at': {
    surfaces: [
      ['on', 'video', 'ON'],
      ['sound', 'other'],
      ['weather', 'other'],
    ],
  },
  'playstation.com': { surfaces: [['store', 'shopping']] },
  'rtl.de': { surfaces: [['plus', 'video', 'RTL+']] },
  'rts.ch': { surfaces: [['play', 'video']] },
  'rtve.es': { surfaces: [['play', 'video']] },
  'rumble.com': { surfaces: [['shorts', 'feed']] },
  'soundcloud.com': {
    surfaces: [
      ['feed', 'feed'],
      ['messages', 'chat'],
    ],
  },
  'spotify.com': {
    surfaces: [
      ['artists', 'work', 'for Artists'],
      ['podcasts', 'other'],
    ],
  },
  'srf.ch': {
    surfaces: [
      ['play', 'video'],
      ['audio', 'other'],
    ],
  },
  'steamcommunity.com': {
    surfaces: [
      ['chat', 'chat'],
      ['market', 'shopping'],
    ],
  },
  'steampowered.com': { surfaces: [['store', 'shopping']] },
  'strava.com': { surfaces: [['feed', 'feed']] },
  'tagesschau.de': {
    surfaces: [['multimedia', 'video', 'Video']],
  },
  'tvp.pl': { surfaces: [['vod', 'video', 'VOD']] },
  'twitch.tv': {
    surfaces: [
      ['studio', 'work', 'Creator Dashboard'],
      ['chat', 'chat'],
      ['clips', 'video'],
      ['directory', 'feed', 'Browse'],
    ],
  },
  'vrt.be': { surfaces: [['max', 'video', 'MAX']] },
  'yle.fi': { surfaces: [['areena', 'video']] },
  'zdf.de': { surfaces: [['news', 'news']] },
  'zeit.de': { surfaces: [['games', 'games']] },
} as const satisfies SurfaceGroups
