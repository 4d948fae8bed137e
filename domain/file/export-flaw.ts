/** What may be wrong with a part of a file, and with a file as a whole. */
export const FLAWS = [
  'not_list',
  'not_record',
  'missing',
  'not_text',
  'not_number',
  'not_day',
  'not_surface',
  'not_choice',
  'not_span',
  'not_listed',
  'ends_before',
  'other_day',
  'overlaps',
  'twice',
  'hostile_key',
  'too_deep',
] as const
export type FlawName = (typeof FLAWS)[number]

/** `days[12].spans[3]` and what is wrong there. */
export interface ExportFlaw {
  path: string
  flaw: FlawName
}

/** Why a file cannot be read at all. */
export const REFUSALS = ['too_big', 'empty', 'not_json', 'other_program', 'newer'] as const
export type Refusal = (typeof REFUSALS)[number]

/** Deeper than anything of ours, and no deeper than what every browser can store. */
const MOST_LEVELS = 16

/** Names that reach into how objects work. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype'])

/** The first place of a value that no file of ours has: too deep, or a name that means something else to the language. */
export function hostilePart(value: unknown, path: string): ExportFlaw | null {
  const waiting: [value: unknown, path: string, level: number][] = [[value, path, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [part, where, level] = next
    if (typeof part !== 'object' || part === null) continue
    if (level > MOST_LEVELS) return { path, flaw: 'too_deep' }
    const isList = Array.isArray(part)
    for (const key of Object.keys(part)) {
      if (HOSTILE.has(key)) return { path: `${where}.${key}`, flaw: 'hostile_key' }
      const inner = (part as Record<string, unknown>)[key]
      waiting.push([inner, isList ? `${where}[${key}]` : `${where}.${key}`, level + 1])
    }
  }
  return null
}
