/** The flaws of a part of a file, and the reasons to refuse a whole file. */
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

/** A place such as `days[12].spans[3]`, and its flaw. */
export interface ExportFlaw {
  path: string
  flaw: FlawName
}

/** Why a whole file is refused. */
export const REFUSALS = ['too_big', 'empty', 'not_json', 'other_program', 'newer'] as const
export type Refusal = (typeof REFUSALS)[number]

/** Our files have fewer levels, and every browser can store this many. */
const MOST_LEVELS = 16

/** Keys with which a file could change the prototypes of objects. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Finds the first part that none of our files can have: nested too deep, or with a hostile key. Null if there
 * is none. Too deep nesting is reported for the whole value, because the path to it could be very long.
 */
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
