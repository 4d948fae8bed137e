import type { SurfaceGroups } from './surface-groups'

export const portalSurfaces = {
  '163.com': {
    surfaces: [
      ['mail', 'work'],
      ['music', 'other'],
    ],
  },
  'baidu.com': {
    surfaces: [
      ['tieba', 'feed'],
      ['news', 'news'],
      ['video', 'video', 'Haokan'],
      ['baike', 'learning'],
      ['ai', 'ai', 'Ernie'],
      ['pan', 'work'],
      ['maps', 'other'],
      ['search', 'other'],
    ],
  },
  'daum.net': {
    surfaces: [
      ['mail', 'work'],
      ['cafe', 'feed'],
      ['search', 'other'],
    ],
  },
  'gmx.net': {
    also: ['gmx.at', 'gmx.ch', 'gmx.de'],
    surfaces: [['mail', 'work']],
  },
  'libero.it': { surfaces: [['mail', 'work']] },
  'mail.ru': {
    surfaces: [
      ['mail', 'work'],
      ['feed', 'feed', 'My World'],
      ['learn', 'learning', 'Answers'],
    ],
  },
  'naver.com': {
    surfaces: [
      ['news', 'news'],
      ['cafe', 'feed'],
      ['blog', 'other'],
      ['mail', 'work'],
      ['shopping', 'shopping'],
      ['video', 'video', 'Chzzk'],
      ['webtoon', 'other'],
      ['learn', 'learning', 'Dictionary'],
      ['maps', 'other'],
      ['search', 'other'],
    ],
  },
  'onet.pl': { surfaces: [['mail', 'work']] },
  'qq.com': {
    surfaces: [
      ['mail', 'work'],
      ['news', 'news'],
      ['video', 'video'],
      ['music', 'other'],
      ['weixin', 'chat'],
      ['qzone', 'feed'],
    ],
  },
  'seznam.cz': {
    surfaces: [
      ['mail', 'work'],
      ['search', 'other'],
    ],
  },
  't-online.de': { surfaces: [['mail', 'work']] },
  'uol.com.br': {
    surfaces: [
      ['mail', 'work'],
      ['folha', 'news'],
    ],
  },
  'web.de': {
    surfaces: [['mail', 'work']],
  },
  'wp.pl': { surfaces: [['mail', 'work']] },
  'yahoo.co.jp': {
    surfaces: [
      ['mail', 'work'],
      ['shopping', 'shopping'],
      ['answers', 'learning', 'Chiebukuro'],
      ['finance', 'news'],
      ['weather', 'other'],
      ['search', 'other'],
    ],
  },
  'yahoo.com': {
    surfaces: [
      ['mail', 'work'],
      ['finance', 'news'],
      ['sports', 'news'],
      ['search', 'other'],
    ],
  },
  'yandex.ru': {
    also: ['ya.ru', 'yandex.by', 'yandex.com', 'yandex.com.tr', 'yandex.kz', 'yandex.uz'],
    surfaces: [
      ['mail', 'work'],
      ['alice', 'ai'],
      ['music', 'other'],
      ['market', 'shopping'],
      ['learn', 'learning', 'Practicum'],
      ['direct', 'work'],
      ['games', 'games'],
      ['video', 'video'],
      ['translate', 'other'],
      ['maps', 'other'],
      ['search', 'other'],
    ],
  },
} as const satisfies SurfaceGroups
