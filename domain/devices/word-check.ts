/** Whether a word that another device sent can be true. Words of a later version that this one does not know are left out. */
import { commitmentRow, fits, opinionRow, rateRow, ruleRow } from '../file/said-rows'
import { DEFAULT_SETTINGS, readSettings } from '../settings/settings'
import { siteOf } from '../surface/surface'
import { written } from '../written'
import { PERSONAL_SETTINGS } from './said'
import { isForgottenKey } from './forgotten'
import { isStamp } from './stamp'
import { sortOf, type Word, wordId, type WordKey } from './word'

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const CHECKS: Readonly<Record<string, (parts: readonly string[], value: unknown) => boolean>> = {
  opinion: ([surface = '', field = ''], value) =>
    ['kind', 'worthQuarters', 'name', 'asked', 'excluded', 'joined', 'split'].includes(field) &&
    siteOf(surface) !== '' &&
    fits(opinionRow, { surface, [field]: value }),
  rate: ([from], value) => fits(rateRow, { ...fieldsOf(value), from }),
  setting: ([name = ''], value) => {
    const { is } = fieldsOf(value)
    const known = PERSONAL_SETTINGS.find((one) => one === name)
    if (!known) return false
    return written(readSettings({ ...DEFAULT_SETTINGS, [known]: is })[known]) === written(is)
  },
  promise: ([id], value) => fits(commitmentRow, { ...fieldsOf(value), id, deletedMs: 0, told: [] }),
  rule: ([id], value) => {
    const { createdAt, rule, isKept } = fieldsOf(value)
    return typeof isKept === 'boolean' && fits(ruleRow, { id, createdAt, rule, next: null, heals: null })
  },
}

/** Names after the sort: more would make several words about one thing. */
const NAMES: Readonly<Record<string, number>> = { opinion: 2 }

const isKnown = (key: WordKey, value: unknown): boolean => {
  if (isForgottenKey(key)) return value === true
  const sort = sortOf(key)
  const names = key.slice(sort.length + 1).split(' ')
  const isWhole = value !== undefined && value !== null && names.length === (NAMES[sort] ?? 1)
  return isWhole && Object.hasOwn(CHECKS, sort) && CHECKS[sort]!(names, value)
}

/** A word as it is sent: its key and value, or `#` and the id of one that was taken back. */
export type SentWord = readonly [name: string, stamp: string, value?: unknown]

export const sentWord = ({ id, key, stamp, value }: Word): SentWord =>
  value === null || key === null ? [`#${id}`, stamp] : [key, stamp, value]

/** The word that was sent; null if it cannot be one. */
export function heardWord(sent: unknown): Word | null {
  const [name, stamp, value] = Array.isArray(sent) ? (sent as unknown[]) : []
  if (typeof name !== 'string' || name.length > 2000 || !isStamp(stamp)) return null
  if (/^#[\da-f]{16}$/.test(name)) return { id: name.slice(1), key: null, stamp, value: null }
  return isKnown(name, value) ? { id: wordId(name), key: name, stamp, value } : null
}
