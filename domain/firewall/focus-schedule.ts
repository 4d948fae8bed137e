/** A focus hour at the same time every weekday is a rule with hours. The address of its form carries what is known. */
import { owners, sitesOf } from '../surface/catalog/owners'
import { isKind } from '../surface/is-kind'
import { typedRanges } from '../time/clock-draft'
import type { ClockRange } from '../time/interval'
import { DAY_MINUTES, MINUTE_MS, msOfDay, type OffsetAt } from '../time/local-time'
import { newDraft } from './bound-choice'
import { nameIn } from './coverage'
import type { FocusWish } from './focus'
import type { Target } from './rule'
import type { RuleDraft } from './rule-draft'

/** Times are rounded to so many minutes. */
const STEP = 5

/** The local hours of a focus hour that would begin now. */
export function hoursOfFocus({ minutes, until }: FocusWish, at: number, offsetAt: OffsetAt): ClockRange {
  const length = until === null ? minutes : Math.max(1, Math.round((until - at) / MINUTE_MS))
  const from = (Math.floor(msOfDay(at, offsetAt(at)) / MINUTE_MS / STEP) * STEP) % DAY_MINUTES
  return { from, to: ((from + length - 1) % DAY_MINUTES) + 1 }
}

/** `540-590/kind.work,site.github.com`: the hours in minutes of the day, and what stays open. */
export const writeSchedule = ({ from, to }: ClockRange, named: readonly Target[]): string =>
  `${from}-${to}/${named.map((target) => `${target.type}.${encodeURIComponent(nameIn(target))}`).join()}`

/** The text of a part of an address; empty if it is cut short inside a sign. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function targetIn(text: string): Target | null {
  const at = text.indexOf('.')
  const [type, name] = [text.slice(0, at), decoded(text.slice(at + 1))]
  if (type === 'kind' && isKind(name)) return { type, kind: name }
  if (type === 'owner' && owners.some(([owner]) => owner === name))
    return { type, owner: name, sites: sitesOf(name) }
  if (!/^[^\s<>"]+$/.test(name)) return null
  if (type === 'site') return { type, site: name }
  return type === 'surface' ? { type, surface: name } : null
}

/** The form for these hours from Monday to Friday: everything except what is named; null if the text is no schedule. */
export function scheduleDraft(text: string): RuleDraft | null {
  const [, from, to, named = ''] = /^(\d{1,4})-(\d{1,4})\/(.*)$/.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  const hours = typedRanges([{ from: Number(from), to: Number(to) }])
  return {
    ...newDraft({ type: 'everything' }),
    except: named.split(',').flatMap((one) => targetIn(one) ?? []),
    type: 'hours',
    are: 'blocked',
    isAlike: false,
    all: hours,
    days: Array.from({ length: 7 }, (_, day) => (day < 5 ? hours : '')),
  }
}
