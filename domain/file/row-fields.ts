/** The fields of rows in a file, each with its flaw. */
import * as v from 'valibot'
import type { FlawName } from './export-flaw'
import { MOST_NAME_LENGTH } from './most'
import { isHost } from '../surface/host'
import { siteOf } from '../surface/surface'
import { isDay } from '../time/local-time'

/** Each check has its flaw as its error message. */
export const asFlaw = (flaw: FlawName): FlawName => flaw

const LAST_INSTANT = Date.UTC(3000, 0, 1)

export const isInstant = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < LAST_INSTANT

/** Whether it can be a site or a part of one: a host, then no spaces, no invisible characters, no mark-up. */
export const isSurface = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 1000 &&
  /^[^\s\p{C}<>"`\\]+$/u.test(value) &&
  isHost(siteOf(value)) &&
  !['__proto__', 'constructor', 'prototype'].includes(value)

export const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) && value !== '__proto__' && value !== 'constructor'

/** A device of ours, or a browser as ActivityWatch names its bucket. */
export const isDevice = (value: unknown): value is string =>
  isName(value) || (typeof value === 'string' && /^aw:[\w.-]{0,64}$/.test(value))

export const dayField = v.custom<string>(isDay, asFlaw('not_day'))
export const instantField = v.custom<number>(isInstant, asFlaw('not_day'))
export const surfaceField = v.custom<string>(isSurface, asFlaw('not_surface'))
export const idField = v.custom<string>(isName, asFlaw('not_text'))
export const textField = v.pipe(
  v.string(asFlaw('not_text')),
  v.maxLength(1000, asFlaw('too_long')),
  v.regex(/^\P{Cc}*$/u, asFlaw('not_text')),
)
export const nameField = v.pipe(textField, v.maxLength(MOST_NAME_LENGTH, asFlaw('too_long')))
export const currencyField = v.pipe(v.string(asFlaw('not_text')), v.regex(/^[A-Z]{3}$/, asFlaw('not_choice')))
export const yesOrNoField = v.boolean(asFlaw('not_choice'))
export const numberBetween = (least: number, most: number) =>
  v.pipe(
    v.number(asFlaw('not_number')),
    v.minValue(least, asFlaw('not_number')),
    v.maxValue(most, asFlaw('not_number')),
  )
export const wholeBetween = (least: number, most: number) =>
  v.pipe(numberBetween(least, most), v.integer(asFlaw('not_number')))
export const amountField = wholeBetween(0, 1e12)
export const choiceAmong = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, asFlaw('not_choice'))
export const recordOf = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.looseObject(entries, asFlaw('not_record'))
export const listOf = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<unknown[]>(Array.isArray, asFlaw('not_list')),
    v.maxLength(most, asFlaw('too_many')),
    v.array(item, asFlaw('not_list')),
  )
export const weekOfFields = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.custom<unknown[]>((days) => Array.isArray(days) && days.length === 7, asFlaw('not_list')),
    v.array(v.nullable(item), asFlaw('not_list')),
  )
