import { MOST_FLAWS, MOST_PARTS } from './most'

/** The flaws of a part of a file, and the reasons to refuse a whole file. */
export const FLAWS = [
  'not_list',
  'not_record',
  'missing',
  'not_text',
  'not_number',
  'not_day',
  'not_surface',
  'other_site',
  'not_choice',
  'not_span',
  'not_listed',
  'ends_before',
  'other_day',
  'overlaps',
  'twice',
  'hostile_key',
  'too_deep',
  'too_many',
  'too_long',
] as const
export type FlawName = (typeof FLAWS)[number]

/** A place such as `days[12].spans[3]`, and its flaw. */
export interface ExportFlaw {
  path: string
  flaw: FlawName
}

/** Why a whole file is refused. */
export const REFUSALS = [
  'too_big',
  'empty',
  'not_json',
  'other_program',
  'devices',
  'newer',
  'too_many_flaws',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Thrown at the first flaw beyond `MOST_FLAWS`: naming millions would take longer than reading the file. */
export class TooManyFlaws extends Error {}

/** Adds a flaw to those of a file. */
export function addFlaw(bad: ExportFlaw[], flaw: ExportFlaw): void {
  if (bad.length === MOST_FLAWS) throw new TooManyFlaws()
  bad.push(flaw)
}

/** The first `most` of a list; the rest is a flaw. */
export function firstOf<Item>(
  list: readonly Item[],
  most: number,
  path: string,
  bad: ExportFlaw[],
): readonly Item[] {
  if (list.length <= most) return list
  addFlaw(bad, { path, flaw: 'too_many' })
  return list.slice(0, most)
}

/** Our files have fewer levels, and every browser can store this many. */
const MOST_LEVELS = 16

/** Keys with which a file could change the prototypes of objects. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype'])

/** How many values may still come. */
export interface PartsLeft {
  parts: number
}

/**
 * Finds the first part that none of our files can have: nested too deep, or with a hostile key. Null if there
 * is none. Too deep nesting is reported for the whole value, because the path to it could be very long.
 */
export function hostilePart(
  value: unknown,
  path: string,
  budget: PartsLeft = { parts: MOST_PARTS },
): ExportFlaw | null {
  const waiting: [value: unknown, path: string, level: number][] = [[value, path, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [part, where, level] = next
    if ((budget.parts -= 1) < 0) return { path, flaw: 'too_many' }
    if (typeof part !== 'object' || part === null) continue
    if (level > MOST_LEVELS) return { path, flaw: 'too_deep' }
    const isList = Array.isArray(part)
    if (isList && part.length > budget.parts) return { path, flaw: 'too_many' }
    for (const key of Object.keys(part)) {
      if (HOSTILE.has(key)) return { path: `${where}.${key}`, flaw: 'hostile_key' }
      const inner = (part as Record<string, unknown>)[key]
      waiting.push([inner, isList ? `${where}[${key}]` : `${where}.${key}`, level + 1])
    }
  }
  return null
}
