import type { SurfaceTable } from './surface-table'

export const metaSurfaces = {
  'facebook.com': {
    surfaces: [
      ['business', 'Business', 'work', 'business.', 'adsmanager.', 'developers.', '/adsmanager'],
      ['messages', 'Messages', 'chat', '/messages'],
      ['reels', 'Reels', 'feed', '/reel', '/reels'],
      ['stories', 'Stories', 'feed', '/stories'],
      ['groups', 'Groups', 'feed', '/groups'],
      ['watch', 'Watch', 'video', '/watch', '/live'],
      ['marketplace', 'Marketplace', 'shopping', '/marketplace'],
      ['gaming', 'Gaming', 'games', '/gaming', '/games'],
      ['events', 'Events', 'other', '/events'],
    ],
  },
  'instagram.com': {
    surfaces: [
      ['direct', 'Messages', 'chat', '/direct'],
      ['reels', 'Reels', 'feed', '/reels', '/reel', '/*/reels', '/*/reel'],
      ['stories', 'Stories', 'feed', '/stories'],
      ['explore', 'Explore', 'feed', '/explore'],
    ],
  },
  'threads.com': {
    also: ['threads.net'],
    surfaces: [
      ['messages', 'Messages', 'chat', '/messages'],
      ['post', 'Posts', 'other', '/*/post'],
    ],
  },
  'whatsapp.com': {
    surfaces: [
      ['web', 'Web', 'chat', 'web.'],
      ['business', 'Business', 'work', 'business.'],
      ['channels', 'Channels', 'feed', '/channel'],
    ],
  },
} as const satisfies SurfaceTable
