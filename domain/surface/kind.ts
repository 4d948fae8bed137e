/** What a surface is. The order is the one in which kinds are listed to the person. */
export const KINDS = [
  'feed',
  'video',
  'chat',
  'companion',
  'news',
  'shopping',
  'games',
  'learning',
  'work',
  'ai',
  'other',
] as const

export type Kind = (typeof KINDS)[number]
