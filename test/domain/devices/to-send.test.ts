import { randomInt } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AREA, itemBytes } from '../../../domain/devices/area'
import { type DayTime, devicesIn, type UsePart } from '../../../domain/devices/item'
import { plannedItems, type Sending, wordsToSend } from '../../../domain/devices/to-send'
import { deviceOfStamp, followingStamp } from '../../../domain/devices/stamp'
import type { KeptWord } from '../../../domain/devices/word'
import { addDays } from '../../../domain/time/local-time'
import { goneWord, NOW, ONE, someWord, stampAt, THREE, TODAY, TWO, wordOf, wordsOf } from './word-of'

const USE: UsePart = { name: 'Laptop', seq: 1, runs: [], at: NOW, rows: [], sessions: {} }
const planned = (more: Partial<Sending>) =>
  plannedItems({ device: ONE, use: USE, words: [], totals: [], ...more })
const partsOf = (items: readonly { key: string; text: string }[]) =>
  devicesIn(new Map(items.map(({ key, text }) => [key, text]))).get(ONE)!

/** Encrypted text is as long as what it was, and 28 bytes; base64 makes four characters of three bytes. */
const sealedBytes = (bytes: number): number => 4 * Math.ceil((bytes + 28) / 3)
/** gzip keeps what it cannot compress, with 30 bytes at most around it. */
const worst = ({ key, text }: { key: string; text: string }): number =>
  itemBytes(key, 'x'.repeat(sealedBytes(Buffer.byteLength(text) + 30)))
const zipped = ({ key, text }: { key: string; text: string }): number =>
  itemBytes(key, 'x'.repeat(sealedBytes(gzipSync(text).length)))

describe('the words that a device sends', () => {
  const key = 'opinion reddit.com kind'
  const [own, other] = [wordOf(key, 'feed', NOW, ONE), wordOf('setting currency', { is: 'EUR' }, NOW, TWO)]
  const kept = wordsOf(own, other)

  test('are its own', () => {
    expect(wordsToSend(kept, ONE, [{ id: TWO, words: [other] }])).toEqual([own])
    expect(wordsToSend(kept, TWO, [{ id: ONE, words: [own] }])).toEqual([other])
  })

  test('are its own, also if others send them', () => {
    expect(wordsToSend(kept, ONE, [{ id: '00000000', words: [own, other] }])).toEqual([own])
  })

  test('are those that nobody else sends, too', () => {
    expect(wordsToSend(kept, ONE, [])).toEqual([own, other])
    expect(wordsToSend(kept, THREE, [])).toEqual([own, other])
  })

  test('are those that only devices with larger ids send beside it', () => {
    const sends = (...ids: string[]) => ids.map((id) => ({ id, words: [other] }))
    expect(wordsToSend(wordsOf(other), ONE, sends(THREE))).toEqual([other])
    expect(wordsToSend(wordsOf(other), THREE, sends(ONE))).toEqual([])
    expect(wordsToSend(wordsOf(other), THREE, sends(ONE, 'ffffffff'))).toEqual([])
  })

  test('are those that another sends as they were before', () => {
    const before = wordOf(other.key!, { is: 'USD' }, NOW - 1, TWO)
    expect(wordsToSend(wordsOf(other), THREE, [{ id: TWO, words: [before] }])).toEqual([other])
  })

  test('are those that another sends otherwise, with the same stamp', () => {
    const mine = { ...other, value: { is: 'USD' } }
    expect(wordsToSend(wordsOf(mine), THREE, [{ id: TWO, words: [other] }])).toEqual([mine])
  })

  test('are what was taken back, and what followed from a word, like any other', () => {
    const gone = goneWord(key)
    const healed = { ...other, stamp: followingStamp(other.stamp) }
    expect(wordsToSend(wordsOf(gone, healed), ONE, [{ id: TWO, words: [healed] }])).toEqual([gone])
  })

  test('nobody’s words are sent by nobody: what devices keep is sent by one of them, and in the end by one alone', () => {
    const ids = fc.shuffledSubarray([ONE, TWO, THREE, 'ffffffff'], { minLength: 1 })
    fc.assert(
      fc.property(fc.array(someWord, { maxLength: 6 }), ids, (words, devices) => {
        const all = wordsOf(...words)
        let sent = new Map(devices.map((id) => [id, [] as KeptWord[]]))
        for (let round = 0; round < 3; round += 1) {
          for (const id of devices) {
            const others = [...sent]
              .filter(([one]) => one !== id)
              .map(([one, some]) => ({ id: one, words: some }))
            sent = new Map([...sent, [id, wordsToSend(all, id, others)]])
          }
        }
        for (const word of all.values()) {
          const senders = devices.filter((id) => sent.get(id)!.includes(word))
          expect(senders).toHaveLength(1)
          const author = deviceOfStamp(word.stamp)
          if (devices.includes(author)) expect(senders).toEqual([author])
        }
      }),
    )
  })
})

describe('the items of a device', () => {
  test('are its use alone if there is nothing else', () => {
    expect(planned({}).map(({ key }) => key)).toEqual([`zeitwert.${ONE}.use`])
  })

  test('come in the order in which they matter: use, words, weeks from the latest back', () => {
    const time = (day: string): DayTime => ({ day, surface: 'a.com', ms: 1, opens: 1 })
    const items = planned({
      words: [wordOf('opinion reddit.com kind', 'feed')],
      totals: ['2026-11-09', '2026-11-22', '2026-11-23', '2026-11-29'].map(time),
    })
    expect(items.map(({ key }) => key.replace(`zeitwert.${ONE}.`, ''))).toEqual([
      'use',
      'words0',
      'days2026-11-23',
      'days2026-11-16',
      'days2026-11-09',
    ])
    expect(partsOf(items).totals).toHaveLength(4)
  })

  test('are the same for the same words in any order, so that nothing is written for it', () => {
    const words = Array.from({ length: 300 }, (_, number) => wordOf(`opinion site${number}.com kind`, 'feed'))
    const times = words.map((_, number): DayTime => ({
      day: TODAY,
      surface: `s${number}.com`,
      ms: number + 1,
      opens: 1,
    }))
    expect(planned({ words: words.toReversed(), totals: times.toReversed() })).toEqual(
      planned({ words, totals: times }),
    )
  })

  test('a word that is said changes one item', () => {
    const words = Array.from({ length: 300 }, (_, number) => wordOf(`opinion site${number}.com kind`, 'feed'))
    const before = new Map(planned({ words }).map(({ key, text }) => [key, text]))
    const changed = words.with(7, { ...words[7]!, value: 'work', stamp: stampAt(NOW + 1) })
    const after = planned({ words: changed }).filter(({ key, text }) => before.get(key) !== text)
    expect(before.size).toBeGreaterThan(4)
    expect(after).toHaveLength(1)
  })

  test('hold each word once, whatever their number', () => {
    for (const count of [0, 1, 50, 500, 2000]) {
      const words = Array.from({ length: count }, (_, number) =>
        wordOf(`opinion site${number}.com kind`, 'feed'),
      )
      const heard = partsOf(planned({ words })).words
      expect(heard.map(({ id }) => id).toSorted()).toEqual(words.map(({ id }) => id).toSorted())
    }
  })

  test('a word that no item can hold is left out, and keeps no other one back', () => {
    const [huge, small] = [wordOf('opinion a.com name', '€'.repeat(2000)), wordOf('opinion b.com name', 'b')]
    expect(partsOf(planned({ words: [huge, small] })).words.map(({ id }) => id)).toEqual([small.id])
  })

  test('words fit into items however badly they compress', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 150 })
    const words = fc.array(fc.tuple(fc.stringMatching(/^[a-z\d]{1,60}$/), name), { maxLength: 300 })
    fc.assert(
      fc.property(words, (some) => {
        const items = planned({
          words: some.map(([host, value]) => wordOf(`opinion ${host}.com name`, value)),
        })
        for (const item of items.filter(({ key }) => key.includes('words')))
          expect(worst(item)).toBeLessThanOrEqual(AREA.bytesOfItem)
      }),
      { numRuns: 30 },
    )
  })

  test('words fit at every number of them, also just before they are divided into more items', () => {
    const words = Array.from({ length: 400 }, (_, number) => wordOf(`opinion site${number}.com kind`, 'feed'))
    let most = 0
    for (let count = 1; count <= words.length; count += 1)
      for (const item of planned({ words: words.slice(0, count) }))
        if (item.key.includes('words')) most = Math.max(most, worst(item))
    expect(most).toBeLessThanOrEqual(AREA.bytesOfItem)
    expect(most).toBeGreaterThan(AREA.bytesOfItem * 0.85)
  })

  test('a usual week fits into its item with all its sites', () => {
    const times = Array.from({ length: 7 * 40 }, (_, number): DayTime => ({
      day: addDays('2026-11-23', Math.floor(number / 40)),
      surface: `usual-site-${number % 40}.com`,
      ms: 1000 * (number + 1),
      opens: number % 30,
    }))
    const items = planned({ totals: times })
    expect(partsOf(items).totals).toHaveLength(280)
    expect(zipped(items[1]!)).toBeLessThanOrEqual(AREA.bytesOfItem)
  })

  test('of a week with too many sites, those with the most time are sent', () => {
    const times = Array.from({ length: 2000 }, (_, number): DayTime => ({
      day: TODAY,
      surface: `site${number}.com`,
      ms: number + 1,
      opens: 1,
    }))
    const sent = partsOf(planned({ totals: times })).totals.map(({ ms }) => ms)
    expect(sent.length).toBeGreaterThan(100)
    expect(Math.min(...sent)).toBe(2000 - sent.length + 1)
  })

  test('a week fits into its item, however many sites it has and however odd their names are', () => {
    const letters = Array.from({ length: 2000 }, (_, number) => String.fromCharCode(0x400 + number))
    const name = (length: number) =>
      `${Array.from({ length }, () => letters[randomInt(letters.length)]).join('')}.com`
    let most = 0
    for (const length of [1, 2, 8, 20, 60, 200])
      for (const distinct of [10, 60, 2000])
        for (const days of [1, 7]) {
          const names = Array.from({ length: distinct }, () => name(length))
          const times = Array.from({ length: distinct * days }, (_, number): DayTime => ({
            day: addDays('2026-11-23', number % days),
            surface: names[Math.floor(number / days)]!,
            ms: randomInt(1e7, 8e7),
            opens: randomInt(100, 999),
          }))
          for (const item of planned({ totals: times })) most = Math.max(most, zipped(item))
        }
    expect(most).toBeLessThanOrEqual(AREA.bytesOfItem)
    expect(most).toBeGreaterThan(AREA.bytesOfItem * 0.85)
  })
})
