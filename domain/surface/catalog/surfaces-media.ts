import type { SurfaceGroups } from './surface-groups'

export const mediaSurfaces = {
  'abc.net.au': {
    surfaces: [
      ['iview', 'video', 'iview.', 'iview'],
      ['listen', 'other'],
    ],
  },
  'bbc.com': {
    also: ['bbc.co.uk'],
    surfaces: [
      ['iplayer', 'video', '/iplayer', 'iPlayer'],
      ['sounds', 'other', '/sounds /audio'],
      ['bitesize', 'learning'],
      ['food', 'other'],
    ],
  },
  'bilibili.com': {
    surfaces: [
      ['live', 'video', 'live.'],
      ['feed', 'feed', 't. /v/popular', 'Moments'],
      ['messages', 'chat', 'message.'],
      ['studio', 'work', 'member.'],
      ['games', 'games', 'game.'],
      ['reading', 'other', 'manga. /read'],
    ],
  },
  'br.de': { surfaces: [['mediathek', 'video']] },
  'cbc.ca': { surfaces: [['gem', 'video', 'gem.']] },
  'chess.com': {
    surfaces: [['learn', 'learning', '/lessons /learn', 'Lessons']],
  },
  'derstandard.at': { also: ['derstandard.de'] },
  'dr.dk': { surfaces: [['drtv', 'video', '/drtv', 'DRTV']] },
  'dw.com': {
    surfaces: [['learn', 'learning', 'learngerman.', 'Learn German']],
  },
  'epicgames.com': { surfaces: [['store', 'shopping', 'store.']] },
  'globo.com': {
    surfaces: [
      ['globoplay', 'video', 'globoplay.'],
      ['g1', 'news', 'g1.', 'g1'],
      ['ge', 'news', 'ge.', 'ge'],
    ],
  },
  'heise.de': {
    surfaces: [
      ['forum', 'feed'],
      ['prices', 'shopping', '/preisvergleich'],
    ],
  },
  'lichess.org': {
    surfaces: [['learn', 'learning', '/learn /practice /study']],
  },
  'netflix.com': {
    surfaces: [
      ['browse', 'video', '/browse /latest /search'],
      ['help', 'other', 'help.'],
    ],
  },
  'nrk.no': {
    surfaces: [
      ['tv', 'video', 'tv.', 'TV'],
      ['radio', 'other', 'radio.'],
    ],
  },
  'nytimes.com': {
    surfaces: [
      ['games', 'games', '/games /crosswords /puzzles'],
      ['cooking', 'other', 'cooking.'],
      ['wirecutter', 'shopping'],
    ],
  },
  'orf.at': {
    surfaces: [
      ['on', 'video', 'on. tvthek.', 'ON'],
      ['sound', 'other', 'sound.'],
      ['weather', 'other', 'wetter.'],
    ],
  },
  'playstation.com': { surfaces: [['store', 'shopping', 'store.']] },
  'rtl.de': { surfaces: [['plus', 'video', 'plus.', 'RTL+']] },
  'rts.ch': { surfaces: [['play', 'video']] },
  'rtve.es': { surfaces: [['play', 'video']] },
  'rumble.com': { surfaces: [['shorts', 'feed']] },
  'soundcloud.com': {
    surfaces: [
      ['feed', 'feed', '/feed /discover'],
      ['messages', 'chat'],
    ],
  },
  'spotify.com': {
    surfaces: [
      ['artists', 'work', 'artists. creators. developer.', 'for Artists'],
      ['podcasts', 'other', 'open./show open./episode open./*/show open./*/episode'],
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
  'steampowered.com': { surfaces: [['store', 'shopping', 'store.']] },
  'strava.com': { surfaces: [['feed', 'feed', '/dashboard']] },
  'tagesschau.de': {
    surfaces: [['multimedia', 'video', '/multimedia', 'Video']],
  },
  'tvp.pl': { surfaces: [['vod', 'video', 'vod.', 'VOD']] },
  'twitch.tv': {
    surfaces: [
      ['studio', 'work', 'dashboard. dev.', 'Creator Dashboard'],
      ['chat', 'chat', '/popout/*/chat /moderator'],
      ['clips', 'video', 'clips. /*/clip /*/clips'],
      ['directory', 'feed', '/directory', 'Browse'],
    ],
  },
  'vrt.be': { surfaces: [['max', 'video', '/vrtmax /vrtnu', 'MAX']] },
  'yle.fi': { surfaces: [['areena', 'video', 'areena.']] },
  'zdf.de': { surfaces: [['news', 'news', '/nachrichten']] },
  'zeit.de': { surfaces: [['games', 'games', 'spiele. /spiele']] },
} as const satisfies SurfaceGroups
