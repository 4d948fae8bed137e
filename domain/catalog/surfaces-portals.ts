import type { SurfaceTable } from './surface-table'

export const portalSurfaces = {
  '163.com': {
    surfaces: [
      ['mail', 'Mail', 'work', 'mail.'],
      ['music', 'Music', 'other', 'music.'],
    ],
  },
  'baidu.com': {
    surfaces: [
      ['tieba', 'Tieba', 'feed', 'tieba.'],
      ['news', 'News', 'news', 'news.', 'baijiahao.', 'mbd.'],
      ['video', 'Haokan', 'video', 'haokan.'],
      ['baike', 'Baike', 'learning', 'baike.', 'zhidao.', 'wenku.', 'xueshu.'],
      ['ai', 'Ernie', 'ai', 'yiyan.', 'chat.'],
      ['pan', 'Pan', 'work', 'pan.'],
      ['maps', 'Maps', 'other', 'map.'],
      ['search', 'Search', 'other', '/s', 'image.'],
    ],
  },
  'daum.net': {
    surfaces: [
      ['mail', 'Mail', 'work', 'mail.'],
      ['cafe', 'Cafe', 'feed', 'cafe.'],
      ['search', 'Search', 'other', 'search.'],
    ],
  },
  'gmx.net': {
    also: ['gmx.at', 'gmx.ch', 'gmx.de'],
    surfaces: [['mail', 'Mail', 'work', 'navigator.', 'bap.', '3c.', '3c-bap.', 'mail.']],
  },
  'libero.it': { surfaces: [['mail', 'Mail', 'work', 'mail.']] },
  'mail.ru': {
    surfaces: [
      ['mail', 'Mail', 'work', 'e.', 'cloud.', 'calendar.'],
      ['feed', 'My World', 'feed', 'my.'],
      ['learn', 'Answers', 'learning', 'otvet.'],
    ],
  },
  'naver.com': {
    surfaces: [
      ['news', 'News', 'news', 'news.', 'sports.', 'entertain.', 'finance.'],
      ['cafe', 'Cafe', 'feed', 'cafe.'],
      ['blog', 'Blog', 'other', 'blog.'],
      ['mail', 'Mail', 'work', 'mail.'],
      ['shopping', 'Shopping', 'shopping', 'shopping.', 'smartstore.', 'brand.'],
      ['video', 'Chzzk', 'video', 'chzzk.', 'tv.'],
      ['webtoon', 'Webtoon', 'other', 'comic.', 'novel.'],
      ['learn', 'Dictionary', 'learning', 'dict.', 'kin.', 'terms.'],
      ['maps', 'Maps', 'other', 'map.'],
      ['search', 'Search', 'other', 'search.'],
    ],
  },
  'onet.pl': { surfaces: [['mail', 'Mail', 'work', 'poczta.']] },
  'qq.com': {
    surfaces: [
      ['mail', 'Mail', 'work', 'mail.', 'docs.'],
      ['news', 'News', 'news', 'news.', 'new.'],
      ['video', 'Video', 'video', 'v.'],
      ['music', 'Music', 'other', 'y.'],
      ['weixin', 'Weixin', 'chat', 'wx.', 'wx2.', 'weixin.'],
      ['qzone', 'Qzone', 'feed', 'qzone.'],
    ],
  },
  'seznam.cz': {
    surfaces: [
      ['mail', 'Mail', 'work', 'email.'],
      ['search', 'Search', 'other', 'search.'],
    ],
  },
  't-online.de': { surfaces: [['mail', 'Mail', 'work', 'email.']] },
  'uol.com.br': {
    surfaces: [
      ['mail', 'Mail', 'work', 'email.'],
      ['folha', 'Folha', 'news', 'folha.'],
    ],
  },
  'web.de': {
    surfaces: [['mail', 'Mail', 'work', 'navigator.', 'bap.', '3c.', '3c-bap.', 'mail.']],
  },
  'wp.pl': { surfaces: [['mail', 'Mail', 'work', 'poczta.']] },
  'yahoo.co.jp': {
    surfaces: [
      ['mail', 'Mail', 'work', 'mail.'],
      ['shopping', 'Shopping', 'shopping', 'shopping.', 'auctions.', 'paypaymall.'],
      ['answers', 'Chiebukuro', 'learning', 'chiebukuro.'],
      ['finance', 'Finance', 'news', 'finance.'],
      ['weather', 'Weather', 'other', 'weather.', 'transit.', 'map.'],
      ['search', 'Search', 'other', 'search.'],
    ],
  },
  'yahoo.com': {
    surfaces: [
      ['mail', 'Mail', 'work', 'mail.', 'calendar.'],
      ['finance', 'Finance', 'news', 'finance.'],
      ['sports', 'Sports', 'news', 'sports.'],
      ['search', 'Search', 'other', 'search.'],
    ],
  },
  'yandex.ru': {
    also: ['ya.ru', 'yandex.by', 'yandex.com', 'yandex.com.tr', 'yandex.kz', 'yandex.uz'],
    surfaces: [
      ['mail', 'Mail', 'work', 'mail.', 'disk.', 'calendar.', '360.'],
      ['alice', 'Alice', 'ai', 'alice.', '/alice'],
      ['music', 'Music', 'other', 'music.'],
      ['market', 'Market', 'shopping', 'market.'],
      ['learn', 'Practicum', 'learning', 'practicum.', 'praktikum.'],
      ['direct', 'Direct', 'work', 'direct.', 'metrika.', 'cloud.', 'tracker.'],
      ['games', 'Games', 'games', '/games'],
      ['video', 'Video', 'video', '/video'],
      ['translate', 'Translate', 'other', 'translate.'],
      ['maps', 'Maps', 'other', 'maps.', '/maps'],
      ['search', 'Search', 'other', '/search', '/images'],
    ],
  },
} as const satisfies SurfaceTable
