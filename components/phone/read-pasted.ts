import {
  enteredTotal,
  flawsOfTotals,
  type MinutesLine,
  readMinutesTable,
  typedMinutes,
} from '../../domain/file/minutes-table'
import type { DayTotal } from '../../domain/record/day-total'
import type { KnownSurface } from '../../domain/surface/surface-directory'
import type { Day } from '../../domain/time/local-time'
import { surfaceTyped } from '../day/surface-field'
import type { PhoneActions } from './phone-actions'
import { flawWords } from './phone-words'

/** A line that cannot be saved, and why. */
export interface BadLine {
  text: string
  words: string
}

/** Reads a pasted table: the totals that can be saved, and the lines that cannot. */
export async function readPasted(
  pasted: string,
  known: readonly KnownSurface[],
  today: Day,
  actions: PhoneActions,
): Promise<{ totals: DayTotal[]; bad: BadLine[] }> {
  const read = async (line: MinutesLine): Promise<DayTotal | string> => {
    if (!line.hasThree) return flawWords('columns')
    const typed = typedMinutes(line, today)
    if (!typed.ok) return flawWords(typed.flaw)
    const target = await surfaceTyped(line.site, known, actions)
    return 'problem' in target ? target.problem : enteredTotal(typed.day, target.surface, typed.ms)
  }
  const lines = readMinutesTable(pasted)
  const answers = await Promise.all(lines.map(read))
  const totals = answers.filter((answer) => typeof answer !== 'string')
  const flaws = flawsOfTotals(totals, await actions.typedOn([...new Set(totals.map(({ day }) => day))]))
  const flawOf = new Map(totals.map((total, index) => [total, flaws[index]]))
  const bad = lines.flatMap(({ text }, index) => {
    const answer = answers[index] as DayTotal | string
    if (typeof answer === 'string') return [{ text, words: answer }]
    const flaw = flawOf.get(answer)
    return flaw ? [{ text, words: flawWords(flaw) }] : []
  })
  return { totals: totals.filter((_, index) => flaws[index] === null), bad }
}
