/** The results of each part, kept between runs. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeFormatted } from './formatted.ts'
import type { Machine } from './machine.ts'
import type { Row } from './row.ts'

export interface Measured {
  title: string
  method: string
  measuredAt: string
  /** The load average of the last minute when the measurement began. */
  load: number
  machine: Machine
  rows: Row[]
}

export type Results = Record<string, Measured>

const FILE = fileURLToPath(new URL('../results.json', import.meta.url))

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value

export const readResults = (): Results => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {})

export const writeResults = (results: Results): Promise<void> =>
  writeFormatted(FILE, JSON.stringify(results, rounded))
