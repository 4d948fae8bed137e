/** When the record begins. */
import { deviceOfSource } from '../../domain/record/total-source'
import type { Day } from '../../domain/time/local-time'
import { db } from '../base/db'
import { firstTotalDay } from './totals'

const earliest = (days: readonly (Day | null | undefined)[]): Day | null =>
  days.flatMap((day) => day ?? []).sort()[0] ?? null

const NO_DEVICES: ReadonlySet<string> = new Set()

interface OfDevice {
  device: string
}

/** By the keys alone: the days of other devices may be many and large. */
async function firstSealed(isKept: (of: OfDevice) => boolean): Promise<{ day: Day } | undefined> {
  const keys = await db.days.primaryKeys()
  return keys.map(([day, device]) => ({ day, device })).find(isKept)
}

/** The first calendar day with a span, of all devices but those `without` which it is; null if there is none. */
export async function firstMeasuredDay(without = NO_DEVICES): Promise<Day | null> {
  const isKept = ({ device }: OfDevice) => !without.has(device)
  const [sealed, recent] = await Promise.all([
    without.size === 0 ? db.days.all().first() : firstSealed(isKept),
    db.spans.orderBy('day').filter(isKept).first(),
  ])
  return earliest([sealed?.day, recent?.day])
}

/**
 * The first calendar day with anything recorded by a device or another tool, by all devices but those `without` which it
 * is; null if there is none. Typed totals do not begin a record: nobody types every day.
 */
export async function firstRecordedDay(without = NO_DEVICES): Promise<Day | null> {
  const [measured, counted] = await Promise.all([
    firstMeasuredDay(without),
    firstTotalDay((source) => source !== 'entered' && !without.has(deviceOfSource(source) ?? '')),
  ])
  return earliest([measured, counted])
}
