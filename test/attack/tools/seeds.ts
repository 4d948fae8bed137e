/** Chooses the seeds of a run, before any test: a fixed one and a fresh one, or the one that was asked for. */
import { randomInt } from 'node:crypto'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    attack: { seeds: number[]; times: number }
  }
}

export default function chooseSeeds(project: TestProject): void {
  const { ATTACK_SEED: asked, ATTACK_TIMES: times = '1' } = process.env
  const seeds = asked ? [Number(asked)] : [1, randomInt(2 ** 31)]
  project.provide('attack', { seeds, times: Number(times) })
  console.log(`Attack with ${seeds.length === 1 ? 'the seed' : 'the seeds'} ${seeds.join(' and ')}`)
}
