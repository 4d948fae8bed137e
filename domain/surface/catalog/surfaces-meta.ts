import type { SurfaceGroups } from './surface-groups'

export const metaSurfaces = {
  'facebook.com': {
    surfaces: [
      ['business', 'work'],
      ['messages', 'chat'],
      ['reels', 'feed'],
      ['stories', 'feed'],
      ['groups', 'feed'],
      ['watch', 'video'],
      ['marketplace', 'shopping'],
      ['gaming', 'games'],
      ['events', 'other'],
    ],
  },
  'instagram.com': {
    surfaces: [
      ['direct', 'chat', 'Messages'],
      ['reels', 'feed'],
      ['stories', 'feed'],
      ['explore', 'feed'],
    ],
  },
  'threads.com': {
    also: ['threads.net'],
    surfaces: [
      ['messages', 'chat'],
      ['post', 'other', 'Posts'],
    ],
  },
  'whatsapp.com': {
    surfaces: [
      ['web', 'chat'],
      ['business', 'work'],
      ['channels', 'feed'],
    ],
  },
} as const satisfies SurfaceGroups
