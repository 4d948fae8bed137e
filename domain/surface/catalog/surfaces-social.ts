import type { SurfaceGroups } from './surface-groups'

export const socialSurfaces = {
  'bsky.app': {
    surfaces: [
      ['messages', 'chat'],
      ['post', 'other', '/profile/*/post', 'Posts'],
    ],
  },
  'discord.com': {
    surfaces: [
      ['messages', 'chat', '/channels/@me', 'Direct Messages'],
      ['channels', 'chat', '/channels', 'Servers'],
      ['discover', 'feed', '/discovery /servers'],
      ['developers', 'work'],
    ],
  },
  'douban.com': {
    surfaces: [['reviews', 'other', 'movie. book. music.']],
  },
  'douyin.com': { surfaces: [['live', 'video', 'live.']] },
  'dzen.ru': {
    surfaces: [
      ['shorts', 'feed'],
      ['news', 'news'],
      ['video', 'video'],
    ],
  },
  'mastodon.social': {
    also: ['chaos.social', 'fosstodon.org', 'mstdn.social'],
    surfaces: [
      ['messages', 'chat', '/conversations'],
      ['explore', 'feed', '/explore /public'],
    ],
  },
  'medium.com': {
    surfaces: [['explore', 'feed', '/tag /explore-topics']],
  },
  'ok.ru': {
    surfaces: [
      ['messages', 'chat'],
      ['video', 'video'],
      ['games', 'games', '/games /vitrine'],
      ['music', 'other'],
    ],
  },
  'pinterest.com': {
    also: [
      'pinterest.at',
      'pinterest.ca',
      'pinterest.ch',
      'pinterest.co.uk',
      'pinterest.com.au',
      'pinterest.com.mx',
      'pinterest.de',
      'pinterest.es',
      'pinterest.fr',
      'pinterest.it',
      'pinterest.jp',
      'pinterest.pt',
      'pinterest.se',
    ],
    surfaces: [['business', 'work', 'ads. business. analytics. /business']],
  },
  'quora.com': { surfaces: [['messages', 'chat']] },
  'reddit.com': {
    surfaces: [
      ['chat', 'chat', 'chat. /chat /message /messages'],
      ['business', 'work', 'ads. developers.'],
      ['thread', 'other', '/r/*/comments /comments /user/*/comments/*', 'Threads'],
      ['popular', 'feed', '/r/popular /r/all'],
      ['r', 'feed', '/r', 'Communities'],
    ],
  },
  'snapchat.com': {
    surfaces: [
      ['web', 'chat', 'web. /web', 'Chat'],
      ['spotlight', 'feed', '/spotlight /*/spotlight'],
      ['map', 'other', 'map.'],
      ['business', 'work', 'ads.'],
    ],
  },
  'substack.com': {
    surfaces: [
      ['chat', 'chat'],
      ['notes', 'feed', '/home /notes /explore'],
      ['publish', 'work', '/publish', 'Dashboard'],
    ],
  },
  't.me': { surfaces: [['channels', 'feed', '/s']] },
  'telegram.org': { surfaces: [['web', 'chat', 'web.']] },
  'tiktok.com': {
    surfaces: [
      ['business', 'work', 'ads. seller. /tiktokstudio'],
      ['messages', 'chat'],
      ['live', 'video', '/live /*/live'],
      ['shop', 'shopping', 'shop. /shop'],
    ],
  },
  'tumblr.com': { surfaces: [['messages', 'chat', '/messaging']] },
  'vk.com': {
    also: ['vk.ru'],
    surfaces: [
      ['messages', 'chat', '/im /mail'],
      ['clips', 'feed'],
      ['feed', 'feed'],
      ['video', 'video', '/video /videos'],
      ['market', 'shopping'],
      ['games', 'games'],
      ['music', 'other', '/audio /music'],
    ],
  },
  'weibo.com': { surfaces: [['video', 'video', '/tv']] },
  'wordpress.com': {
    surfaces: [['reader', 'feed', '/reader /read /discover']],
  },
  'x.com': {
    also: ['twitter.com'],
    surfaces: [
      ['business', 'work', 'ads. business. developer.'],
      ['messages', 'chat', '/messages /i/chat'],
      ['grok', 'ai', '/i/grok'],
      ['post', 'other', '/*/status /i/web/status', 'Posts'],
      ['home', 'feed'],
      ['explore', 'feed'],
      ['jobs', 'work'],
    ],
  },
  'xing.com': {
    surfaces: [
      ['chats', 'chat'],
      ['discover', 'feed'],
    ],
  },
  'ycombinator.com': {
    surfaces: [
      ['thread', 'other', 'news./item', '=Hacker News Threads'],
      ['news', 'feed', 'news.', '=Hacker News'],
    ],
  },
  'zhihu.com': {
    surfaces: [['reading', 'other', '/question zhuanlan.']],
  },
} as const satisfies SurfaceGroups
