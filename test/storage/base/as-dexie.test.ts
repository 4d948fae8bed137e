/** The tables do what Dexie did, which wrote the database in earlier versions. */
import type { Dexie } from 'dexie'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, database } from '../../../storage/base/db'
import type { StoreName } from '../../../storage/base/schema'
import { dexieDatabase } from '../../fixtures/dexie-tables'
import { type Ours, steps, type Theirs, TRIED } from '../../fixtures/table-steps'

let ours: Database
let theirs: Dexie
beforeAll(() => {
  ours = database('as-dexie-ours')
  theirs = dexieDatabase('as-dexie-theirs')
})
afterAll(async () => {
  await ours.delete()
  await theirs.delete()
})

/** What a step answers, or that it fails, and how. */
const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (answer) => ({ answer }),
    (error: Error) => ({ error: error.name }),
  )

test.each(Object.entries(TRIED))(
  'the store %s answers and holds the same as through Dexie, whatever is done to it',
  async (name, tried) => {
    const [own, dexie] = [ours.table(name as StoreName) as Ours, theirs.table(name) as Theirs]
    await fc.assert(
      fc.asyncProperty(fc.array(steps(tried), { maxLength: 25 }), async (all) => {
        await own.clear()
        await dexie.clear()
        for (const { what, ...step } of all) {
          const answers = [await outcome(step.ours(own)), await outcome(step.theirs(dexie))]
          expect(answers[0], what).toEqual(answers[1])
          const rows = [await own.toArray(), await own.primaryKeys()]
          expect(rows, what).toEqual([await dexie.toArray(), await dexie.toCollection().primaryKeys()])
        }
      }),
      { numRuns: 40 },
    )
  },
)
