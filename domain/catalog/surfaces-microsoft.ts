import type { SurfaceTable } from './surface-table'

export const microsoftSurfaces = {
  'microsoft.com': {
    surfaces: [
      ['copilot', 'Copilot', 'ai', 'copilot.', 'designer.'],
      ['teams', 'Teams', 'work', 'teams.'],
      ['learn', 'Learn', 'learning', 'learn.', 'answers.', 'techcommunity.'],
      ['support', 'Support', 'other', 'support.'],
      ['store', 'Store', 'shopping', 'apps.', '/store', '/*/store'],
    ],
  },
  'cloud.microsoft': {
    surfaces: [
      ['copilot', 'Copilot', 'ai', 'copilot.', 'm365./chat'],
      ['teams', 'Teams', 'work', 'teams.'],
      ['outlook', 'Outlook', 'work', 'outlook.'],
    ],
  },
  'live.com': {
    surfaces: [
      ['outlook', 'Outlook', 'work', 'outlook.'],
      ['onedrive', 'OneDrive', 'work', 'onedrive.'],
      ['teams', 'Teams', 'chat', 'teams.'],
      ['account', 'Account', 'other', 'login.', 'account.'],
    ],
  },
  'office.com': {
    surfaces: [
      ['outlook', 'Outlook', 'work', 'outlook.'],
      ['copilot', 'Copilot', 'ai', '/chat'],
    ],
  },
  'bing.com': {
    surfaces: [
      ['chat', 'Copilot', 'ai', '/chat', '/copilotsearch'],
      ['news', 'News', 'news', '/news'],
      ['videos', 'Videos', 'video', '/videos'],
      ['shop', 'Shopping', 'shopping', '/shop'],
      ['maps', 'Maps', 'other', '/maps'],
      ['search', 'Search', 'other', '/search', '/images'],
    ],
  },
  'msn.com': {
    surfaces: [
      ['play', 'Games', 'games', '/play', '/*/play'],
      ['shopping', 'Shopping', 'shopping', '/shopping', '/*/shopping'],
    ],
  },
  'github.com': {
    surfaces: [
      ['gist', 'Gists', 'work', 'gist.'],
      ['docs', 'Docs', 'learning', 'docs.', 'skills.'],
      ['copilot', 'Copilot', 'ai', '/copilot'],
      ['explore', 'Explore', 'feed', '/explore', '/trending', '/feed'],
    ],
  },
  'linkedin.com': {
    surfaces: [
      ['messaging', 'Messages', 'chat', '/messaging'],
      ['post', 'Posts', 'other', '/feed/update', '/posts'],
      ['feed', 'Feed', 'feed', '/feed'],
      ['jobs', 'Jobs', 'work', '/jobs'],
      ['learning', 'Learning', 'learning', '/learning'],
      ['news', 'News', 'news', '/news', '/pulse'],
      ['games', 'Games', 'games', '/games'],
    ],
  },
  'xbox.com': {
    surfaces: [['store', 'Store', 'shopping', '/games/store', '/*/games/store', '/*/microsoft-store']],
  },
} as const satisfies SurfaceTable
