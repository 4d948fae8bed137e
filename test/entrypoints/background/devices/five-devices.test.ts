/** What a busy person with five devices needs of the area after five years. */
import { expect, test } from 'vitest'
import { AREA, areaBytes, fitting, itemBytes } from '../../../../domain/devices/area'
import { type DayTime, itemNamed } from '../../../../domain/devices/item'
import { plannedItems } from '../../../../domain/devices/to-send'
import { nextStamp } from '../../../../domain/devices/stamp'
import { type Word, wordId } from '../../../../domain/devices/word'
import type { UsageRow } from '../../../../domain/firewall/usage-row'
import { addDays } from '../../../../domain/time/local-time'
import { KINDS } from '../../../../domain/surface/kind'
import { deriveKey, sealItem } from '../../../../platform/sealing'
import { minutes, ruleOf } from '../../../fixtures/rules'

const TODAY = '2026-11-23'
const NOW = Date.parse(`${TODAY}T12:00:00Z`)
const DEVICES = ['1a2b3c4d', '2b3c4d5e', '3c4d5e6f', '4d5e6f70', '5e6f7081'] as const

/** Names that differ as real ones do: they compress badly. */
const name = (index: number): string => {
  const letters = (wordId(`${index}`) + wordId(`${index} more`)).replaceAll(
    /\d/g,
    (digit) => 'ghijklmnop'[Number(digit)]!,
  )
  return `${letters.slice(0, 6 + (index % 9))}.com`
}

const wordsOf = (device: string, from: number): Word[] => {
  const said: [string, unknown][] = Array.from({ length: 100 }, (_, index) => from + index).flatMap(
    (index) => [
      [`opinion ${name(index)} kind`, KINDS[index % KINDS.length]],
      [`opinion ${name(index)} worthQuarters`, index % 9],
    ],
  )
  const rules: [string, unknown][] = Array.from({ length: 4 }, (_, index) => {
    const id = wordId(`${from + index}`).slice(0, 8)
    const targets = [{ type: 'site', site: name(from + index) }] as const
    return [`rule ${id}`, { createdAt: NOW, rule: ruleOf({ id, targets, bound: minutes(20) }), isKept: true }]
  })
  const rates: [string, unknown][] = [
    [`rate 202${from % 6}-01-01`, { amountMinor: 4200, currency: 'EUR', hourTypes: null }],
  ]
  return [...said, ...rules, ...rates].map(([key, value], index) => ({
    id: wordId(key),
    key,
    value,
    stamp: nextStamp('', NOW - index * 86_400_123, device),
  }))
}

const useOf = (): UsageRow[] =>
  Array.from({ length: 20 * 8 }, (_, index) => ({
    rule: wordId(`${Math.floor(index / 8)}`).slice(0, 8),
    day: addDays(TODAY, -(index % 8)),
    ms: 1_234_567 + index * 7919,
    opens: index % 13,
    amount: index * 1.37,
    currency: 'EUR',
  }))

/** Twenty-five sites a day, most of them the same each day. */
const totalsOf = (): DayTime[] =>
  Array.from({ length: 26 * 7 }, (_, ago) => addDays(TODAY, -ago)).flatMap((day, ago) =>
    Array.from({ length: 25 }, (_, index) => ({
      day,
      surface: name(index < 18 ? index : index + ago * 7),
      ms: 60_000 + ((ago * 31 + index * 1009) % 97) * 12_345,
      opens: (ago + index) % 17,
    })),
  )

test('five devices fit: everything that was said, eight days of use, and weeks of day totals', async () => {
  const key = await deriveKey('abcd efgh jkmn pqrs', new Uint8Array(16))
  const area: Record<string, string> = {}
  const weeks: number[] = []
  for (const [index, device] of DEVICES.entries()) {
    const use = { name: `Device ${index}`, seq: 1, runs: [], at: NOW, rows: useOf(), sessions: {} }
    const plan = plannedItems({ device, use, words: wordsOf(device, index * 100), totals: totalsOf() })
    const items = await Promise.all(
      plan.map(async ({ key: itemKey, text }) => ({
        key: itemKey,
        value: await sealItem(key, itemKey, text),
        canWait: itemNamed(itemKey)!.part.startsWith('days'),
      })),
    )
    const others = { bytes: areaBytes(area), items: Object.keys(area).length, devices: DEVICES.length - 1 }
    const fit = fitting(items, others)
    expect(fit).not.toBeNull()
    weeks.push(fit!.filter(({ canWait }) => canWait).length)
    for (const item of fit!) area[item.key] = item.value
    for (const item of fit!) expect(itemBytes(item.key, item.value)).toBeLessThanOrEqual(AREA.bytesOfItem)
  }
  expect(areaBytes(area)).toBeLessThanOrEqual(AREA.bytes)
  for (const count of weeks) expect(count).toBeGreaterThanOrEqual(2)
})
