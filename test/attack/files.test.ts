/** Damaged files, imported into databases that have something to lose. */
import fc from 'fast-check'
import { expect, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { ImportMode } from '../../domain/file/row-merge'
import { readExport } from '../../domain/file/export-read'
import { importFile } from '../../storage/bulk/import'
import { emptyDatabase } from '../fixtures/database'
import { exported, fill, type Recorded, recordedArbitrary } from '../fixtures/export'
import { kept, modes, undo, WISH } from '../fixtures/import'
import { attack } from './tools/attack'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

type Fields = Record<string, unknown>

/** Where a file is damaged, counted over all its values, and how. */
interface Harm {
  at: number
  how: 'replace' | 'remove' | 'copy' | 'swap'
  value: unknown
}

interface FileWorld {
  here: Recorded
  there: Recorded
  harms: Harm[]
  /** Where the text is cut, as a share of it; null for no cut. */
  cut: { at: number; length: number; put: string } | null
  mode: ImportMode
}

const TEXTS =
  '9999-12-31 1969-12-31 2026-02-30 2026-11-21 __proto__ youtube.com@evil.example \u202e <b> xn--'.split(' ')
const VALUES: unknown[] = [null, true, '', 0, -1, 0.5, 1e308, 2 ** 53, 1_795_000_000_000, [], {}, [[]]]

const values = fc.oneof(fc.constantFrom(...VALUES, ...TEXTS), fc.jsonValue({ maxDepth: 1 }))

const worlds: fc.Arbitrary<FileWorld> = fc.record({
  here: recordedArbitrary,
  there: recordedArbitrary,
  harms: fc.array(
    fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'remove', 'copy', 'swap'), value: values }),
    { maxLength: 6 },
  ) as fc.Arbitrary<Harm[]>,
  cut: fc.option(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(20),
      put: fc.constantFrom('', '}', ']', ',', '0', '"', '\u0000', 'null'),
    }),
    { freq: 4 },
  ),
  mode: modes,
})

function places(value: unknown): [holder: Fields, key: string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [
    [value as Fields, key] as [Fields, string],
    ...places((value as Fields)[key]),
  ])
}

function harmed(text: string, { harms, cut }: FileWorld): string {
  const file = JSON.parse(text) as Fields
  for (const { at, how, value } of harms) {
    const all = places(file)
    const [holder, key] = all[at % all.length]!
    if (how === 'replace') holder[key] = value
    else if (how === 'remove') delete holder[key]
    else if (how === 'copy' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
    else if (Array.isArray(holder)) holder.reverse()
  }
  const whole = JSON.stringify(file)
  if (!cut) return whole
  const from = Math.floor(cut.at * whole.length)
  return whole.slice(0, from) + cut.put + whole.slice(from + cut.length)
}

/** What an undo brings back: rules and their use stay, so that no import loosens anything. */
const undone = ({
  limits: _l,
  usage: _u,
  overrides: _o,
  commitments: _c,
  ...rest
}: Awaited<ReturnType<typeof kept>>) => rest

attack('a damaged file leaves a database that can be exported, imports the same twice, and is undone', {
  worlds,
  runs: 25,
  tell: (world) => JSON.stringify(world, null, 1),
  check: async (world) => {
    fakeBrowser.reset()
    await emptyDatabase()
    await fill(world.there)
    const text = harmed(await exported(), world)
    await fill({ ...world.here, limits: [], usage: [], overrides: [], commitments: [] })
    const before = await kept()

    const reading = readExport(text)
    if (!('content' in reading)) return void expect(await kept()).toEqual(before)
    await importFile(reading.content, world.mode, WISH)
    const after = await kept()
    const again = readExport(await exported())
    expect('content' in again ? again.bad : again.refused, 'flaws of the export after the import').toEqual([])

    await undo()
    expect(undone(await kept()), 'after the undo').toEqual(undone(before))

    await importFile(reading.content, world.mode, WISH)
    expect(undone(await kept()), 'after importing again').toEqual(undone(after))
    await importFile(reading.content, world.mode, WISH)
    expect(undone(await kept()), 'after importing twice').toEqual(undone(after))
  },
})
