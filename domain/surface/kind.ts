/** What a surface can be, in the order in which kinds are shown to the person. */
export const KINDS = [
  'feed',
  'video',
  'chat',
  'companion',
  'news',
  'shopping',
  'games',
  'adult',
  'gambling',
  'learning',
  'work',
  'ai',
  'other',
] as const

export type Kind = (typeof KINDS)[number]
