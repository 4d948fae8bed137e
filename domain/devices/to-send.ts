/** Which items a device has in the area: what it writes, in the order in which it matters. */
import { addDays, type Day, weekday } from '../time/local-time'
import { written } from '../written'
import { type DayTime, type DeviceParts, itemKey, totalsText, type UsePart, useText, wordsText } from './item'
import { deviceOfStamp } from './stamp'
import { sentWord } from './word-check'
import type { Word, Words } from './word'

/**
 * The words that are for a device to send: its own, and those that nobody else sends, as after a device was removed. Of
 * several that send one, the device with the smallest id goes on.
 */
export function wordsToSend(
  kept: Words,
  device: string,
  others: readonly Pick<DeviceParts, 'id' | 'words'>[],
): Word[] {
  const sentBy = new Map<string, string[]>()
  // Two lines of one device, or two devices on which a rule healed, may give one stamp to different words.
  const isKept = (word: Word): boolean => {
    const known = kept.get(word.id)
    return word.stamp === known?.stamp && written(word.value) === written(known.value)
  }
  for (const { id, words } of others)
    for (const word of words) if (isKept(word)) sentBy.set(word.id, [...(sentBy.get(word.id) ?? []), id])
  return [...kept.values()].filter((word) => {
    const author = deviceOfStamp(word.stamp)
    const senders = sentBy.get(word.id) ?? []
    return author === device || (!senders.includes(author) && senders.every((id) => id > device))
  })
}

/** Bytes of a text of words: once compressed, encrypted and encoded it fits into an item, however badly it compresses. */
const MOST_OF_PART = 5500

/** As many parts as are needed; a word is always in the same one, so that only that one changes. */
const MOST_PARTS = 32

/** Words in parts by their id. A word that no item can hold is left out. */
function wordParts(words: readonly Word[]): Word[][] {
  const fitting = words.filter((word) => bytesOf(wordsText([sentWord(word)])) <= MOST_OF_PART)
  for (let parts = 1; ; parts *= 2) {
    const divided = Array.from({ length: parts }, (_, part) =>
      fitting.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) % parts === part),
    )
    const isFit = divided.every((some) => bytesOf(wordsText(some.map(sentWord))) <= MOST_OF_PART)
    if (isFit || parts === MOST_PARTS) return divided
  }
}

const encoder = new TextEncoder()
const bytesOf = (text: string): number => encoder.encode(text).length

const weekOfDay = (day: Day): Day => addDays(day, -weekday(day))

/**
 * Bytes of a week of totals once compressed, estimated from above: a name whole where it comes first, and for each time
 * the reference to it and its digits.
 */
const MOST_OF_WEEK = 5900
const BYTES_OF_TIME = 9

/** The day totals of each week, the latest first: as many as its item can hold, those with the most time. */
function weeksOf(totals: readonly DayTime[]): [week: Day, times: DayTime[]][] {
  const weeks = Map.groupBy(totals, ({ day }) => weekOfDay(day))
  return [...weeks].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([week, times]) => [week, longest(times)])
}

function longest(times: readonly DayTime[]): DayTime[] {
  const names = new Set<string>()
  let bytes = 0
  const kept: DayTime[] = []
  for (const time of times.toSorted((a, b) => b.ms - a.ms || byDay(a, b))) {
    bytes += BYTES_OF_TIME + (names.has(time.surface) ? 0 : bytesOf(time.surface))
    if (bytes > MOST_OF_WEEK) break
    names.add(time.surface)
    kept.push(time)
  }
  return kept.toSorted(byDay)
}

const byDay = (a: DayTime, b: DayTime): number => (a.day + a.surface < b.day + b.surface ? -1 : 1)

export interface Sending {
  device: string
  use: UsePart
  words: readonly Word[]
  totals: readonly DayTime[]
}

/** An item as it is to be written. */
export interface PlannedItem {
  key: string
  text: string
}

/** The items of a device: its use, its words, then its totals, the latest week first. */
export function plannedItems({ device, use, words, totals }: Sending): PlannedItem[] {
  return [
    { key: itemKey(device, 'use'), text: useText(use) },
    ...wordParts(words)
      .map((some, part) => ({
        key: itemKey(device, `words${part}`),
        text: wordsText(inOrder(some).map(sentWord)),
      }))
      .filter(({ text }) => text !== '[]'),
    ...weeksOf(totals).map(([week, times]) => ({
      key: itemKey(device, `days${week}`),
      text: totalsText(times),
    })),
  ]
}

const inOrder = (words: readonly Word[]): Word[] => words.toSorted((a, b) => (a.id < b.id ? -1 : 1))
