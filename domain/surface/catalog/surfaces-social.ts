import type { SurfaceGroups } from './surface-groups'

export const socialSurfaces = {
  'bsky.app': {
    surfaces: [
      ['messages', 'chat'],
      ['post', 'other', 'Posts'],
    ],
  },
  'discord.com': {
    surfaces: [
      ['messages', 'chat', 'Direct Messages'],
      ['channels', 'chat', 'Servers'],
      ['discover', 'feed'],
      ['developers', 'work'],
    ],
  },
  'douban.com': {
    surfaces: [['reviews', 'other']],
  },
  'douyin.com': { surfaces: [['live', 'video']] },
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
      ['messages', 'chat'],
      ['explore', 'feed'],
    ],
  },
  'medium.com': {
    surfaces: [['explore', 'feed']],
  },
  'ok.ru': {
    surfaces: [
      ['messages', 'chat'],
      ['video', 'video'],
      ['games', 'games'],
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
    surfaces: [['business', 'work']],
  },
  'quora.com': { surfaces: [['messages', 'chat']] },
  'reddit.com': {
    surfaces: [
      ['chat', 'chat'],
      ['business', 'work'],
      ['thread', 'other', 'Threads'],
      ['popular', 'feed'],
      ['r', 'feed', 'Communities'],
    ],
  },
  'snapchat.com': {
    surfaces: [
      ['web', 'chat', 'Chat'],
      ['spotlight', 'feed'],
      ['map', 'other'],
      ['business', 'work'],
    ],
  },
  'substack.com': {
    surfaces: [
      ['chat', 'chat'],
      ['notes', 'feed'],
      ['publish', 'work', 'Dashboard'],
    ],
  },
  't.me': { surfaces: [['channels', 'feed']] },
  'telegram.org': { surfaces: [['web', 'chat']] },
  'tiktok.com': {
    surfaces: [
      ['business', 'work'],
      ['messages', 'chat'],
      ['live', 'video'],
      ['shop', 'shopping'],
    ],
  },
  'tumblr.com': { surfaces: [['messages', 'chat']] },
  'vk.com': {
    also: ['vk.ru'],
    surfaces: [
      ['messages', 'chat'],
      ['clips', 'feed'],
      ['feed', 'feed'],
      ['video', 'video'],
      ['market', 'shopping'],
      ['games', 'games'],
      ['music', 'other'],
    ],
  },
  'weibo.com': { surfaces: [['video', 'video']] },
  'wordpress.com': {
    surfaces: [['reader', 'feed']],
  },
  'x.com': {
    also: ['twitter.com'],
    surfaces: [
      ['business', 'work'],
      ['messages', 'chat'],
      ['grok', 'ai'],
      ['post', 'other', 'Posts'],
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
      ['thread', 'other', '=Hacker News Threads'],
      ['news', 'feed', '=Hacker News'],
    ],
  },
  'zhihu.com': {
    surfaces: [['reading', 'other']],
  },
} as const satisfies SurfaceGroups
