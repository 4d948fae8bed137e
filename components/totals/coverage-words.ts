/** What the figures of a page hold besides what this browser recorded, in words. */
import type { Tool } from '../../domain/file/foreign/foreign-table'
import type { TOTAL_SOURCES } from '../../domain/record/day-total'
import { isDeviceSource, type SourceTime } from '../../domain/record/total-source'
import { shownName } from '../../domain/surface/shown-name'
import { t } from '../../platform/i18n'
import { duration, listed } from '../figure/format'

/** The names of other tools, which are the same in every language. */
const TOOLS: Record<Tool, string> = {
  'time-tracker': 'Time Tracker',
  watt: 'Web Activity Time Tracker',
  webtime: 'Webtime Tracker',
  rescuetime: 'RescueTime',
  stayfree: 'StayFree',
  activitywatch: 'ActivityWatch',
  leechblock: 'LeechBlock',
}

/** The name of a tool; of what was typed, the phone. */
export const sourceName = (source: (typeof TOTAL_SOURCES)[number] | Tool): string =>
  source === 'entered' ? t('totals_phone') : TOOLS[source]

/** Why day totals are priced alike and left out by the hour. */
const plainWords = (hasMoney: boolean): string => t(hasMoney ? 'totals_plain' : 'totals_plain_time')

const isOfDevice = ({ source }: SourceTime): boolean => isDeviceSource(source)

/** The name of a device as the person gave it; empty if it is not known. */
const givenName = ({ name = '' }: SourceTime): string => shownName(name).trim()

/** How long a source counted, by the name that stands in a sentence: devices without a name, or with the same, are one. */
function timesByName(totals: readonly SourceTime[]): Map<string, number> {
  const unnamed = totals.filter((total) => isOfDevice(total) && givenName(total) === '').length
  const nameless = t(unnamed > 1 ? 'totals_other_devices' : 'totals_other_device')
  const times = new Map<string, number>()
  for (const total of totals) {
    const { source, ms } = total
    const name = isDeviceSource(source) ? givenName(total) || nameless : sourceName(source)
    times.set(name, (times.get(name) ?? 0) + ms)
  }
  return times
}

/** `Of this, 2 h from Time Tracker and 1 h from your phone as day totals.` Empty without totals. */
const partWords = (totals: readonly SourceTime[]): string => {
  if (totals.length === 0) return ''
  const parts = [...timesByName(totals)].map(([name, ms]) => t('totals_from', duration(ms), name))
  return t('totals_of_this', listed(parts))
}

const joined = (sentences: readonly string[]): string => sentences.filter(Boolean).join(' ')

/** How much of a page's figures are day totals, and what follows from it; empty without totals. */
export const totalsWords = (totals: readonly SourceTime[], hasMoney: boolean): string =>
  totals.length === 0 ? '' : joined([partWords(totals), plainWords(hasMoney)])

/** What the figures cover: one browser on one computer, with what came from elsewhere. */
export function coverageWords(totals: readonly SourceTime[], hasMoney: boolean): string {
  if (totals.some(isOfDevice)) return joined([t('coverage_with_devices'), totalsWords(totals, hasMoney)])
  const typed = totals.find(({ source }) => source === 'entered')
  return joined([
    typed ? t('coverage_with_phone', duration(typed.ms)) : t('coverage_one_browser'),
    partWords(totals.filter((total) => total !== typed)),
    totals.length === 0 ? '' : plainWords(hasMoney),
  ])
}

/**
 * The same in a few words, for beside a figure: `this browser only`, `this browser, other devices and phone minutes`.
 */
export function coverageShortly(totals: readonly SourceTime[]): string {
  if (totals.length === 0) return t('coverage_only')
  const hasPhone = totals.some(({ source }) => source === 'entered')
  const hasTools = totals.some((total) => total.source !== 'entered' && !isOfDevice(total))
  return listed([
    t('coverage_browser'),
    ...(totals.some(isOfDevice) ? [t('coverage_devices')] : []),
    ...(hasPhone ? [t('coverage_phone')] : []),
    ...(hasTools ? [t('coverage_totals')] : []),
  ])
}

/** The same for the picture of a statement, where there is little room; empty without totals. */
export const totalsShortly = (totals: readonly SourceTime[]): string =>
  totals.length === 0 ? '' : t('totals_shortly', duration(totals.reduce((sum, { ms }) => sum + ms, 0)))
