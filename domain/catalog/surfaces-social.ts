import type { SurfaceTable } from './surface-table'

export const socialSurfaces = {
  'bsky.app': {
    surfaces: [
      ['messages', 'Messages', 'chat', '/messages'],
      ['post', 'Posts', 'other', '/profile/*/post'],
    ],
  },
  'discord.com': {
    surfaces: [
      ['messages', 'Direct Messages', 'chat', '/channels/@me'],
      ['channels', 'Servers', 'chat', '/channels'],
      ['discover', 'Discover', 'feed', '/discovery', '/servers'],
      ['developers', 'Developers', 'work', '/developers'],
    ],
  },
  'douban.com': {
    surfaces: [['reviews', 'Reviews', 'other', 'movie.', 'book.', 'music.']],
  },
  'douyin.com': { surfaces: [['live', 'Live', 'video', 'live.']] },
  'dzen.ru': {
    surfaces: [
      ['shorts', 'Shorts', 'feed', '/shorts'],
      ['news', 'News', 'news', '/news'],
      ['video', 'Video', 'video', '/video'],
    ],
  },
  'mastodon.social': {
    also: ['chaos.social', 'fosstodon.org', 'mstdn.social'],
    surfaces: [
      ['messages', 'Messages', 'chat', '/conversations'],
      ['explore', 'Explore', 'feed', '/explore', '/public'],
    ],
  },
  'medium.com': {
    surfaces: [['explore', 'Explore', 'feed', '/tag', '/explore-topics']],
  },
  'ok.ru': {
    surfaces: [
      ['messages', 'Messages', 'chat', '/messages'],
      ['video', 'Video', 'video', '/video'],
      ['games', 'Games', 'games', '/games', '/vitrine'],
      ['music', 'Music', 'other', '/music'],
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
    surfaces: [['business', 'Business', 'work', 'ads.', 'business.', 'analytics.', '/business']],
  },
  'quora.com': { surfaces: [['messages', 'Messages', 'chat', '/messages']] },
  'reddit.com': {
    surfaces: [
      ['chat', 'Chat', 'chat', 'chat.', '/chat', '/message', '/messages'],
      ['business', 'Business', 'work', 'ads.', 'developers.'],
      ['thread', 'Threads', 'other', '/r/*/comments', '/comments', '/user/*/comments/*'],
      ['popular', 'Popular', 'feed', '/r/popular', '/r/all'],
      ['r', 'Communities', 'feed', '/r'],
    ],
  },
  'snapchat.com': {
    surfaces: [
      ['web', 'Chat', 'chat', 'web.', '/web'],
      ['spotlight', 'Spotlight', 'feed', '/spotlight', '/*/spotlight'],
      ['map', 'Map', 'other', 'map.'],
      ['business', 'Business', 'work', 'ads.'],
    ],
  },
  'substack.com': {
    surfaces: [
      ['chat', 'Chat', 'chat', '/chat'],
      ['notes', 'Notes', 'feed', '/home', '/notes', '/explore'],
      ['publish', 'Dashboard', 'work', '/publish'],
    ],
  },
  't.me': { surfaces: [['channels', 'Channels', 'feed', '/s']] },
  'telegram.org': { surfaces: [['web', 'Web', 'chat', 'web.']] },
  'tiktok.com': {
    surfaces: [
      ['business', 'Business', 'work', 'ads.', 'seller.', '/tiktokstudio'],
      ['messages', 'Messages', 'chat', '/messages'],
      ['live', 'Live', 'video', '/live', '/*/live'],
      ['shop', 'Shop', 'shopping', 'shop.', '/shop'],
    ],
  },
  'tumblr.com': { surfaces: [['messages', 'Messages', 'chat', '/messaging']] },
  'vk.com': {
    also: ['vk.ru'],
    surfaces: [
      ['messages', 'Messages', 'chat', '/im', '/mail'],
      ['clips', 'Clips', 'feed', '/clips'],
      ['feed', 'Feed', 'feed', '/feed'],
      ['video', 'Video', 'video', '/video', '/videos'],
      ['market', 'Market', 'shopping', '/market'],
      ['games', 'Games', 'games', '/games'],
      ['music', 'Music', 'other', '/audio', '/music'],
    ],
  },
  'weibo.com': { surfaces: [['video', 'Video', 'video', '/tv']] },
  'wordpress.com': {
    surfaces: [['reader', 'Reader', 'feed', '/reader', '/read', '/discover']],
  },
  'x.com': {
    also: ['twitter.com'],
    surfaces: [
      ['business', 'Business', 'work', 'ads.', 'business.', 'developer.'],
      ['messages', 'Messages', 'chat', '/messages', '/i/chat'],
      ['grok', 'Grok', 'ai', '/i/grok'],
      ['post', 'Posts', 'other', '/*/status', '/i/web/status'],
      ['home', 'Home', 'feed', '/home'],
      ['explore', 'Explore', 'feed', '/explore'],
      ['jobs', 'Jobs', 'work', '/jobs'],
    ],
  },
  'xing.com': {
    surfaces: [
      ['chats', 'Chats', 'chat', '/chats'],
      ['discover', 'Discover', 'feed', '/discover'],
    ],
  },
  'ycombinator.com': {
    surfaces: [
      ['thread', 'Hacker News Threads', 'other', 'news./item'],
      ['news', 'Hacker News', 'feed', 'news.'],
    ],
  },
  'zhihu.com': {
    surfaces: [['reading', 'Reading', 'other', '/question', 'zhuanlan.']],
  },
} as const satisfies SurfaceTable
