import type { SurfaceTable } from './surface-table'

export const mediaSurfaces = {
  'abc.net.au': {
    surfaces: [
      ['iview', 'iview', 'video', 'iview.'],
      ['listen', 'Listen', 'other', '/listen'],
    ],
  },
  'bbc.com': {
    also: ['bbc.co.uk'],
    surfaces: [
      ['iplayer', 'iPlayer', 'video', '/iplayer'],
      ['sounds', 'Sounds', 'other', '/sounds', '/audio'],
      ['bitesize', 'Bitesize', 'learning', '/bitesize'],
      ['food', 'Food', 'other', '/food'],
    ],
  },
  'bilibili.com': {
    surfaces: [
      ['live', 'Live', 'video', 'live.'],
      ['feed', 'Moments', 'feed', 't.', '/v/popular'],
      ['messages', 'Messages', 'chat', 'message.'],
      ['studio', 'Studio', 'work', 'member.'],
      ['games', 'Games', 'games', 'game.'],
      ['reading', 'Reading', 'other', 'manga.', '/read'],
    ],
  },
  'br.de': { surfaces: [['mediathek', 'Mediathek', 'video', '/mediathek']] },
  'cbc.ca': { surfaces: [['gem', 'Gem', 'video', 'gem.']] },
  'chess.com': {
    surfaces: [['learn', 'Lessons', 'learning', '/lessons', '/learn']],
  },
  'derstandard.at': { also: ['derstandard.de'] },
  'dr.dk': { surfaces: [['drtv', 'DRTV', 'video', '/drtv']] },
  'dw.com': {
    surfaces: [['learn', 'Learn German', 'learning', 'learngerman.']],
  },
  'epicgames.com': { surfaces: [['store', 'Store', 'shopping', 'store.']] },
  'globo.com': {
    surfaces: [
      ['globoplay', 'Globoplay', 'video', 'globoplay.'],
      ['g1', 'g1', 'news', 'g1.'],
      ['ge', 'ge', 'news', 'ge.'],
    ],
  },
  'heise.de': {
    surfaces: [
      ['forum', 'Forum', 'feed', '/forum'],
      ['prices', 'Prices', 'shopping', '/preisvergleich'],
    ],
  },
  'lichess.org': {
    surfaces: [['learn', 'Learn', 'learning', '/learn', '/practice', '/study']],
  },
  'netflix.com': {
    surfaces: [
      ['browse', 'Browse', 'video', '/browse', '/latest', '/search'],
      ['help', 'Help', 'other', 'help.'],
    ],
  },
  'nrk.no': {
    surfaces: [
      ['tv', 'TV', 'video', 'tv.'],
      ['radio', 'Radio', 'other', 'radio.'],
    ],
  },
  'nytimes.com': {
    surfaces: [
      ['games', 'Games', 'games', '/games', '/crosswords', '/puzzles'],
      ['cooking', 'Cooking', 'other', 'cooking.'],
      ['wirecutter', 'Wirecutter', 'shopping', '/wirecutter'],
    ],
  },
  'orf.at': {
    surfaces: [
      ['on', 'ON', 'video', 'on.', 'tvthek.'],
      ['sound', 'Sound', 'other', 'sound.'],
      ['weather', 'Weather', 'other', 'wetter.'],
    ],
  },
  'playstation.com': { surfaces: [['store', 'Store', 'shopping', 'store.']] },
  'rtl.de': { surfaces: [['plus', 'RTL+', 'video', 'plus.']] },
  'rts.ch': { surfaces: [['play', 'Play', 'video', '/play']] },
  'rtve.es': { surfaces: [['play', 'Play', 'video', '/play']] },
  'rumble.com': { surfaces: [['shorts', 'Shorts', 'feed', '/shorts']] },
  'soundcloud.com': {
    surfaces: [
      ['feed', 'Feed', 'feed', '/feed', '/discover'],
      ['messages', 'Messages', 'chat', '/messages'],
    ],
  },
  'spotify.com': {
    surfaces: [
      ['artists', 'for Artists', 'work', 'artists.', 'creators.', 'developer.'],
      ['podcasts', 'Podcasts', 'other', 'open./show', 'open./episode', 'open./*/show', 'open./*/episode'],
    ],
  },
  'srf.ch': {
    surfaces: [
      ['play', 'Play', 'video', '/play'],
      ['audio', 'Audio', 'other', '/audio'],
    ],
  },
  'steamcommunity.com': {
    surfaces: [
      ['chat', 'Chat', 'chat', '/chat'],
      ['market', 'Market', 'shopping', '/market'],
    ],
  },
  'steampowered.com': { surfaces: [['store', 'Store', 'shopping', 'store.']] },
  'strava.com': { surfaces: [['feed', 'Feed', 'feed', '/dashboard']] },
  'tagesschau.de': {
    surfaces: [['multimedia', 'Video', 'video', '/multimedia']],
  },
  'tvp.pl': { surfaces: [['vod', 'VOD', 'video', 'vod.']] },
  'twitch.tv': {
    surfaces: [
      ['studio', 'Creator Dashboard', 'work', 'dashboard.', 'dev.'],
      ['chat', 'Chat', 'chat', '/popout/*/chat', '/moderator'],
      ['clips', 'Clips', 'video', 'clips.', '/*/clip', '/*/clips'],
      ['directory', 'Browse', 'feed', '/directory'],
    ],
  },
  'vrt.be': { surfaces: [['max', 'MAX', 'video', '/vrtmax', '/vrtnu']] },
  'yle.fi': { surfaces: [['areena', 'Areena', 'video', 'areena.']] },
  'zdf.de': { surfaces: [['news', 'News', 'news', '/nachrichten']] },
  'zeit.de': { surfaces: [['games', 'Games', 'games', 'spiele.', '/spiele']] },
} as const satisfies SurfaceTable
