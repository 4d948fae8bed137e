/** Random records in random worlds of prices, valued hour by hour by an oracle. */
import { expect } from 'vitest'
import { quartersBySurface } from '../../domain/record/rating'
import { seal } from '../../domain/record/sealing'
import { statePeriod } from '../../domain/statement/period-statement'
import type { Line } from '../../domain/statement/statement'
import { surfaceBook } from '../../domain/surface/surface-book'
import { extentOf } from '../../domain/time/period'
import { pricing } from '../../domain/value/hour-price'
import { add, hourByHour, kindOf, nothing, PARTS, rounded, type Sum } from './prices/ledger'
import { priceWorlds, type PriceWorld, tellPrices } from './prices/price-world'
import { attack } from './tools/attack'

function stated(world: PriceWorld) {
  const { spans, rates, currency, opinions, ratings, dayStartHour, first, last, sealedUntil } = world
  const old = spans.filter(({ day }) => day <= sealedUntil)
  const sealed = [...Map.groupBy(old, ({ day, device }) => `${day} ${device}`).values()].map(seal)
  const period = { unit: 'dates', first, last } as const
  const extent = extentOf(period, dayStartHour)
  return statePeriod(
    period,
    extent,
    {
      sealed: sealed.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      recent: spans.filter(({ day }) => day > sealedUntil),
    },
    {
      profileOf: surfaceBook(opinions, quartersBySurface(ratings)),
      priceAt: pricing(rates, currency, dayStartHour),
      dayStartHour,
    },
    null,
  )
}

const sumBy = (
  parts: ReturnType<typeof hourByHour>,
  keyOf: (surface: string) => string,
): Map<string, Sum> => {
  const sums = new Map<string, Sum>()
  for (const { surface, sum } of parts) {
    const key = keyOf(surface)
    sums.set(key, add(sums.get(key) ?? nothing(), sum))
  }
  return sums
}

const minor = (parts: bigint): number => Number(parts) / Number(PARTS)

/** Checks one line: its time, and money within a minor unit of the exact amounts, with the right sign. */
function expectLine(name: string, { timeMs, money }: Line, exact: Sum): void {
  expect(timeMs, `time of ${name}`).toBe(exact.ms)
  expect(money !== null, `whether ${name} has a price`).toBe(exact.isPriced)
  if (!money) return
  expect(Math.abs(money.costMinor - minor(exact.cost)), `cost of ${name}`).toBeLessThan(1)
  expect(Math.abs(money.returnMinor - minor(exact.returned)), `return of ${name}`).toBeLessThan(1)
  expect(money.netMinor, `net of ${name}`).toBe(money.returnMinor - money.costMinor)
  if (exact.returned === exact.cost) expect(money.netMinor, `even net of ${name}`).toBe(0)
  else expect(Math.sign(money.netMinor) * (exact.returned > exact.cost ? 1 : -1), name).not.toBe(-1)
}

const totalOf = (lines: readonly Line[], figure: 'costMinor' | 'returnMinor'): number =>
  lines.reduce((sum, { money }) => sum + (money?.[figure] ?? 0), 0)

attack('every amount of a statement is what its hours cost and gave back', {
  worlds: priceWorlds,
  runs: 400,
  tell: tellPrices,
  check: (world) => {
    const { statement, dearestHour } = stated(world)
    const parts = hourByHour(world)
    const whole = parts.reduce((sum, one) => add(sum, one.sum), nothing())
    const surfaces = sumBy(parts, (surface) => surface)
    const kinds = sumBy(parts, (surface) => kindOf(world, surface))
    const { total, unpricedMs } = statement

    expect(total.timeMs).toBe(whole.ms)
    expect(unpricedMs).toBe(whole.unpricedMs)
    expect(total.money?.costMinor ?? null).toBe(whole.isPriced ? rounded(whole.cost) : null)
    expect(total.money?.returnMinor ?? null).toBe(whole.isPriced ? rounded(whole.returned) : null)
    expect(statement.surfaces.map(({ profile }) => profile.surface).toSorted()).toEqual(
      [...surfaces.keys()].toSorted(),
    )
    expect(statement.kinds.map(({ kind }) => kind as string).toSorted()).toEqual([...kinds.keys()].toSorted())
    for (const line of statement.surfaces)
      expectLine(line.profile.surface, line, surfaces.get(line.profile.surface)!)
    for (const line of statement.kinds) expectLine(line.kind, line, kinds.get(line.kind)!)
    for (const figure of ['costMinor', 'returnMinor'] as const)
      for (const lines of [statement.surfaces, statement.kinds])
        expect(totalOf(lines, figure), `sum of ${figure}`).toBe(total.money?.[figure] ?? 0)

    const hours = Map.groupBy(parts, ({ hour }) => hour)
    const nets = [...hours].map(([hour, of]) => {
      const { cost, returned } = of.reduce((sum, one) => add(sum, one.sum), nothing())
      return { hour, net: returned - cost }
    })
    const [dearest] = nets.toSorted((a, b) => Number(a.net - b.net) || a.hour - b.hour)
    const lost = dearest && dearest.net < 0n ? rounded(-dearest.net) : 0
    expect(dearestHour?.netMinor ?? 0).toBe(lost === 0 ? 0 : -lost)
    if (dearestHour) expect(dearestHour.localHour).toBe(dearest?.hour)
  },
})
