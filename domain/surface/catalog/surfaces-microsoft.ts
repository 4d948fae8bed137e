import type { SurfaceGroups } from './surface-groups'

export const microsoftSurfaces = {
  'microsoft.com': {
    surfaces: [
      ['copilot', 'ai'],
      ['teams', 'work'],
      ['learn', 'learning'],
      ['support', 'other'],
      ['store', 'shopping'],
    ],
  },
  'cloud.microsoft': {
    surfaces: [
      ['copilot', 'ai'],
      ['teams', 'work'],
      ['outlook', 'work'],
    ],
  },
  'live.com': {
    surfaces: [
      ['outlook', 'work'],
      ['onedrive', 'work', 'OneDrive'],
      ['teams', 'chat'],
      ['account', 'other'],
    ],
  },
  'office.com': {
    surfaces: [
      ['outlook', 'work'],
      ['copilot', 'ai'],
    ],
  },
  'bing.com': {
    surfaces: [
      ['chat', 'ai', 'Copilot'],
      ['news', 'news'],
      ['videos', 'video'],
      ['shop', 'shopping', 'Shopping'],
      ['maps', 'other'],
      ['search', 'other'],
    ],
  },
  'msn.com': {
    surfaces: [
      ['play', 'games', 'Games'],
      ['shopping', 'shopping'],
    ],
  },
  'github.com': {
    surfaces: [
      ['gist', 'work', 'Gists'],
      ['docs', 'learning'],
      ['copilot', 'ai'],
      ['explore', 'feed'],
    ],
  },
  'linkedin.com': {
    surfaces: [
      ['messaging', 'chat', 'Messages'],
      ['post', 'other', 'Posts'],
      ['feed', 'feed'],
      ['jobs', 'work'],
      ['learning', 'learning'],
      ['news', 'news'],
      ['games', 'games'],
    ],
  },
  'xbox.com': {
    surfaces: [['store', 'shopping']],
  },
} as const satisfies SurfaceGroups
