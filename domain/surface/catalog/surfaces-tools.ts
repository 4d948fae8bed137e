import type { SurfaceGroups } from './surface-groups'

export const toolSurfaces = {
  'adobe.com': {
    surfaces: [
      ['firefly', 'ai', 'firefly.'],
      ['help', 'learning', 'helpx.'],
      ['stock', 'shopping', 'stock.'],
    ],
  },
  'character.ai': { surfaces: [['feed', 'feed']] },
  'chatgpt.com': {
    surfaces: [
      ['sora', 'feed', 'sora.'],
      ['codex', 'work'],
    ],
  },
  'civitai.com': {
    surfaces: [['gallery', 'feed', '/images /videos']],
  },
  'claude.ai': { surfaces: [['code', 'work']] },
  'gitlab.com': { surfaces: [['docs', 'learning', 'docs.']] },
  'habr.com': {
    surfaces: [
      ['feed', 'feed', '/feed /*/feed'],
      ['news', 'news', '/news /*/news'],
      ['jobs', 'work', 'career.', 'Career'],
    ],
  },
  'huggingface.co': {
    surfaces: [['learn', 'learning', '/learn /docs /papers']],
  },
  'icloud.com': {
    surfaces: [['photos', 'other', '/photos /find']],
  },
  'meta.ai': { surfaces: [['vibes', 'feed']] },
  'midjourney.com': { surfaces: [['explore', 'feed']] },
  'mozilla.org': {
    surfaces: [
      ['developer', 'learning', 'developer.', '=MDN'],
      ['bugzilla', 'work', 'bugzilla.'],
      ['addons', 'other', 'addons.', 'Add-ons'],
      ['support', 'other', 'support.'],
    ],
  },
  'perplexity.ai': {
    surfaces: [['discover', 'news', '/discover /finance']],
  },
} as const satisfies SurfaceGroups
