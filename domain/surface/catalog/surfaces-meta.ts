import type { SurfaceGroups } from './surface-groups'

export const metaSurfaces = {
  'facebook.com': {
    surfaces: [
      ['business', 'work', 'business. adsmanager. developers. /adsmanager'],
      ['messages', 'chat'],
      ['reels', 'feed', '/reel /reels'],
      ['stories', 'feed'],
      ['groups', 'feed'],
      ['watch', 'video', '/watch /live'],
      ['marketplace', 'shopping'],
      ['gaming', 'games', '/gaming /games'],
      ['events', 'other'],
    ],
  },
  'instagram.com': {
    surfaces: [
      ['direct', 'chat', '/direct', 'Messages'],
      ['reels', 'feed', '/reels /reel /*/reels /*/reel'],
      ['stories', 'feed'],
      ['explore', 'feed'],
    ],
  },
  'threads.com': {
    also: ['threads.net'],
    surfaces: [
      ['messages', 'chat'],
      ['post', 'other', '/*/post', 'Posts'],
    ],
  },
  'whatsapp.com': {
    surfaces: [
      ['web', 'chat', 'web.'],
      ['business', 'work', 'business.'],
      ['channels', 'feed', '/channel'],
    ],
  },
} as const satisfies SurfaceGroups
