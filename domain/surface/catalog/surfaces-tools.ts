import type { SurfaceGroups } from './surface-groups'

export const toolSurfaces = {
  'adobe.com': {
    surfaces: [
      ['firefly', 'ai'],
      ['help', 'learning'],
      ['stock', 'shopping'],
    ],
  },
  'character.ai': { surfaces: [['feed', 'feed']] },
  'chatgpt.com': {
    surfaces: [
      ['sora', 'feed'],
      ['codex', 'work'],
    ],
  },
  'civitai.com': {
    surfaces: [['gallery', 'feed']],
  },
  'claude.ai': { surfaces: [['code', 'work']] },
  'gitlab.com': { surfaces: [['docs', 'learning']] },
  'habr.com': {
    surfaces: [
      ['feed', 'feed'],
      ['news', 'news'],
      ['jobs', 'work', 'Career'],
    ],
  },
  'huggingface.co': {
    surfaces: [['learn', 'learning']],
  },
  'icloud.com': {
    surfaces: [['photos', 'other']],
  },
  'meta.ai': { surfaces: [['vibes', 'feed']] },
  'midjourney.com': { surfaces: [['explore', 'feed']] },
  'mozilla.org': {
    surfaces: [
      ['developer', 'learning', '=MDN'],
      ['bugzilla', 'work'],
      ['addons', 'other', 'Add-ons'],
      ['support', 'other'],
    ],
  },
  'perplexity.ai': {
    surfaces: [['discover', 'news']],
  },
} as const satisfies SurfaceGroups
