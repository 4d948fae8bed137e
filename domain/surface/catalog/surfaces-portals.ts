import type { SurfaceGroups } from './surface-groups'

export const portalSurfaces = {
  '163.com': {
    surfaces: [
      ['mail', 'work', 'mail.'],
      ['music', 'other', 'music.'],
    ],
  },
  'baidu.com': {
    surfaces: [
      ['tieba', 'feed', 'tieba.'],
      ['news', 'news', 'news. baijiahao. mbd.'],
      ['video', 'video', 'haokan.', 'Haokan'],
      ['baike', 'learning', 'baike. zhidao. wenku. xueshu.'],
      ['ai', 'ai', 'yiyan. chat.', 'Ernie'],
      ['pan', 'work', 'pan.'],
      ['maps', 'other', 'map.'],
      ['search', 'other', '/s image.'],
    ],
  },
  'daum.net': {
    surfaces: [
      ['mail', 'work', 'mail.'],
      ['cafe', 'feed', 'cafe.'],
      ['search', 'other', 'search.'],
    ],
  },
  'gmx.net': {
    also: ['gmx.at', 'gmx.ch', 'gmx.de'],
    surfaces: [['mail', 'work', 'navigator. bap. 3c. 3c-bap. mail.']],
  },
  'libero.it': { surfaces: [['mail', 'work', 'mail.']] },
  'mail.ru': {
    surfaces: [
      ['mail', 'work', 'e. cloud. calendar.'],
      ['feed', 'feed', 'my.', 'My World'],
      ['learn', 'learning', 'otvet.', 'Answers'],
    ],
  },
  'naver.com': {
    surfaces: [
      ['news', 'news', 'news. sports. entertain. finance.'],
      ['cafe', 'feed', 'cafe.'],
      ['blog', 'other', 'blog.'],
      ['mail', 'work', 'mail.'],
      ['shopping', 'shopping', 'shopping. smartstore. brand.'],
      ['video', 'video', 'chzzk. tv.', 'Chzzk'],
      ['webtoon', 'other', 'comic. novel.'],
      ['learn', 'learning', 'dict. kin. terms.', 'Dictionary'],
      ['maps', 'other', 'map.'],
      ['search', 'other', 'search.'],
    ],
  },
  'onet.pl': { surfaces: [['mail', 'work', 'poczta.']] },
  'qq.com': {
    surfaces: [
      ['mail', 'work', 'mail. docs.'],
      ['news', 'news', 'news. new.'],
      ['video', 'video', 'v.'],
      ['music', 'other', 'y.'],
      ['weixin', 'chat', 'wx. wx2. weixin.'],
      ['qzone', 'feed', 'qzone.'],
    ],
  },
  'seznam.cz': {
    surfaces: [
      ['mail', 'work', 'email.'],
      ['search', 'other', 'search.'],
    ],
  },
  't-online.de': { surfaces: [['mail', 'work', 'email.']] },
  'uol.com.br': {
    surfaces: [
      ['mail', 'work', 'email.'],
      ['folha', 'news', 'folha.'],
    ],
  },
  'web.de': {
    surfaces: [['mail', 'work', 'navigator. bap. 3c. 3c-bap. mail.']],
  },
  'wp.pl': { surfaces: [['mail', 'work', 'poczta.']] },
  'yahoo.co.jp': {
    surfaces: [
      ['mail', 'work', 'mail.'],
      ['shopping', 'shopping', 'shopping. auctions. paypaymall.'],
      ['answers', 'learning', 'chiebukuro.', 'Chiebukuro'],
      ['finance', 'news', 'finance.'],
      ['weather', 'other', 'weather. transit. map.'],
      ['search', 'other', 'search.'],
    ],
  },
  'yahoo.com': {
    surfaces: [
      ['mail', 'work', 'mail. calendar.'],
      ['finance', 'news', 'finance.'],
      ['sports', 'news', 'sports.'],
      ['search', 'other', 'search.'],
    ],
  },
  'yandex.ru': {
    also: ['ya.ru', 'yandex.by', 'yandex.com', 'yandex.com.tr', 'yandex.kz', 'yandex.uz'],
    surfaces: [
      ['mail', 'work', 'mail. disk. calendar. 360.'],
      ['alice', 'ai', 'alice. /alice'],
      ['music', 'other', 'music.'],
      ['market', 'shopping', 'market.'],
      ['learn', 'learning', 'practicum. praktikum.', 'Practicum'],
      ['direct', 'work', 'direct. metrika. cloud. tracker.'],
      ['games', 'games'],
      ['video', 'video'],
      ['translate', 'other', 'translate.'],
      ['maps', 'other', 'maps. /maps'],
      ['search', 'other', '/search /images'],
    ],
  },
} as const satisfies SurfaceGroups
