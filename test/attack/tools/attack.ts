/** Tries random worlds until one of them shows a fault, and then tells the smallest such world as a story. */
import fc from 'fast-check'
import { inject, test } from 'vitest'

export interface Attacked<World> {
  worlds: fc.Arbitrary<World>
  /** How many worlds are tried for each seed in the short form. */
  runs: number
  /** The world as lines that a person can follow. */
  tell: (world: World) => string
  /** Throws if the product does something else than it should. */
  check: (world: World) => void | Promise<void>
}

/** How long a failing world is made smaller. */
const SHRINK_MS = 20_000

export function attack<World>(title: string, { worlds, runs, tell, check }: Attacked<World>): void {
  const { seeds, times } = inject('attack')
  test.each(seeds)(`${title} (seed %i)`, async (seed) => {
    let failedAt = Infinity
    const property = fc.asyncProperty(worlds, async (world) => {
      if (Date.now() > failedAt + SHRINK_MS) return
      try {
        await check(world)
      } catch (error) {
        failedAt = Math.min(failedAt, Date.now())
        throw error
      }
    })
    const found = await fc.check(property, { seed, numRuns: runs * times })
    if (!found.failed) return
    const [world] = found.counterexample as [World]
    const why =
      found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance)
    throw new Error(
      `${why}\n\nIn this world (number ${found.numRuns} of the seed, made smaller ${found.numShrinks} times):\n` +
        `${tell(world)}\n\nRepeat it: npm run attack -- --seed=${seed}\n`,
      { cause: found.errorInstance },
    )
  })
}
