import type { SurfaceTable } from './surface-table'

export const toolSurfaces = {
  'adobe.com': {
    surfaces: [
      ['firefly', 'Firefly', 'ai', 'firefly.'],
      ['help', 'Help', 'learning', 'helpx.'],
      ['stock', 'Stock', 'shopping', 'stock.'],
    ],
  },
  'character.ai': { surfaces: [['feed', 'Feed', 'feed', '/feed']] },
  'chatgpt.com': {
    surfaces: [
      ['sora', 'Sora', 'feed', 'sora.'],
      ['codex', 'Codex', 'work', '/codex'],
    ],
  },
  'civitai.com': {
    surfaces: [['gallery', 'Gallery', 'feed', '/images', '/videos']],
  },
  'claude.ai': { surfaces: [['code', 'Code', 'work', '/code']] },
  'gitlab.com': { surfaces: [['docs', 'Docs', 'learning', 'docs.']] },
  'habr.com': {
    surfaces: [
      ['feed', 'Feed', 'feed', '/feed', '/*/feed'],
      ['news', 'News', 'news', '/news', '/*/news'],
      ['jobs', 'Career', 'work', 'career.'],
    ],
  },
  'huggingface.co': {
    surfaces: [['learn', 'Learn', 'learning', '/learn', '/docs', '/papers']],
  },
  'icloud.com': {
    surfaces: [['photos', 'Photos', 'other', '/photos', '/find']],
  },
  'meta.ai': { surfaces: [['vibes', 'Vibes', 'feed', '/vibes']] },
  'midjourney.com': { surfaces: [['explore', 'Explore', 'feed', '/explore']] },
  'mozilla.org': {
    surfaces: [
      ['developer', 'MDN', 'learning', 'developer.'],
      ['bugzilla', 'Bugzilla', 'work', 'bugzilla.'],
      ['addons', 'Add-ons', 'other', 'addons.'],
      ['support', 'Support', 'other', 'support.'],
    ],
  },
  'perplexity.ai': {
    surfaces: [['discover', 'Discover', 'news', '/discover', '/finance']],
  },
} as const satisfies SurfaceTable
