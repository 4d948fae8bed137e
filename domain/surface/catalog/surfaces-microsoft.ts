import type { SurfaceGroups } from './surface-groups'

export const microsoftSurfaces = {
  'microsoft.com': {
    surfaces: [
      ['copilot', 'ai', 'copilot. designer.'],
      ['teams', 'work', 'teams.'],
      ['learn', 'learning', 'learn. answers. techcommunity.'],
      ['support', 'other', 'support.'],
      ['store', 'shopping', 'apps. /store /*/store'],
    ],
  },
  'cloud.microsoft': {
    surfaces: [
      ['copilot', 'ai', 'copilot. m365./chat'],
      ['teams', 'work', 'teams.'],
      ['outlook', 'work', 'outlook.'],
    ],
  },
  'live.com': {
    surfaces: [
      ['outlook', 'work', 'outlook.'],
      ['onedrive', 'work', 'onedrive.', 'OneDrive'],
      ['teams', 'chat', 'teams.'],
      ['account', 'other', 'account.'],
    ],
  },
  'office.com': {
    surfaces: [
      ['outlook', 'work', 'outlook.'],
      ['copilot', 'ai', '/chat'],
    ],
  },
  'bing.com': {
    surfaces: [
      ['chat', 'ai', '/chat /copilotsearch', 'Copilot'],
      ['news', 'news'],
      ['videos', 'video'],
      ['shop', 'shopping', '/shop', 'Shopping'],
      ['maps', 'other'],
      ['search', 'other', '/search /images'],
    ],
  },
  'msn.com': {
    surfaces: [
      ['play', 'games', '/play /*/play', 'Games'],
      ['shopping', 'shopping', '/shopping /*/shopping'],
    ],
  },
  'github.com': {
    surfaces: [
      ['gist', 'work', 'gist.', 'Gists'],
      ['docs', 'learning', 'docs. skills.'],
      ['copilot', 'ai'],
      ['explore', 'feed', '/explore /trending /feed'],
    ],
  },
  'linkedin.com': {
    surfaces: [
      ['messaging', 'chat', '/messaging', 'Messages'],
      ['post', 'other', '/feed/update /posts', 'Posts'],
      ['feed', 'feed'],
      ['jobs', 'work'],
      ['learning', 'learning'],
      ['news', 'news', '/news /pulse'],
      ['games', 'games'],
    ],
  },
  'xbox.com': {
    surfaces: [['store', 'shopping', '/games/store /*/games/store /*/microsoft-store']],
  },
} as const satisfies SurfaceGroups
