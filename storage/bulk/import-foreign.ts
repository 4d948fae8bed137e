/** Brings in what the file of another tool holds. */
import { opinionsToBring, type ForeignKind } from '../../domain/file/foreign/category-kinds'
import { totalsToBring } from '../../domain/file/foreign/bring'
import type { Tool } from '../../domain/file/foreign/foreign-table'
import { type ForeignRules, rulesToBring } from '../../domain/file/foreign/limit-rules'
import { MOST_ROWS } from '../../domain/file/most'
import type { RowChange } from '../../domain/file/row-undo'
import type { Rule } from '../../domain/firewall/rule'
import { newStoredRule } from '../../domain/firewall/rule-writing'
import { ownError } from '../../domain/own-error'
import type { DayTotal, TotalBrowser } from '../../domain/record/day-total'
import type { SealedDay } from '../../domain/record/sealed-day'
import { db, type Tables } from '../base/db'
import { logMade } from '../firewall/rule-log'
import type { RowsChange } from './backup'
import { writeDays } from './foreign-days'
import { inBatches, writeTotals } from './import-rows'
import { checkDatabase } from './in-bulk'
import { atOnce, type ImportOptions, undoably, type Writing } from './undoably'

/** What a file of another tool brings. */
export interface Brought {
  /** All of one tool. */
  totals: readonly DayTotal[]
  limits: readonly ForeignRules[]
  kinds: readonly ForeignKind[]
  /** Spans, and whether they are about this browser. */
  days: readonly SealedDay[]
  browser: TotalBrowser
}

/** The day totals that are here of a tool. */
export const totalsOfTool = (source: Tool): Promise<DayTotal[]> =>
  db.totals.where('[source+day+surface]').between([source, '', ''], [source, '\uffff', '\uffff']).toArray()

/** Writes rules that are all off, so that nothing has to be counted for them yet. */
async function writeRules(rules: readonly Rule[], at: number, tx: Tables): Promise<RowsChange> {
  const stored = rules.map((rule) => newStoredRule(rule, crypto.randomUUID().slice(0, 8), at))
  await logMade(stored, at, tx)
  await tx.limits.bulkPut(stored)
  const rows = stored.map((rule): RowChange => ({ key: rule.id, before: undefined, after: rule }))
  return { type: 'rows', store: 'limits', rows }
}

async function writeKinds(kinds: readonly ForeignKind[], tx: Tables): Promise<RowsChange> {
  const here = await tx.surfaces.bulkGet(kinds.map(({ surface }) => surface))
  const before = new Map(here.flatMap((opinion) => (opinion ? [[opinion.surface, opinion] as const] : [])))
  const opinions = opinionsToBring(kinds, [...before.values()])
  await tx.surfaces.bulkPut(opinions)
  const rows = opinions.map((after): RowChange => ({
    key: after.surface,
    before: before.get(after.surface),
    after,
  }))
  return { type: 'rows', store: 'surfaces', rows }
}

/** Writes rules and kinds that are new. */
async function writeSaid({ limits, kinds }: Brought, { at, backUp }: Writing, tx: Tables): Promise<void> {
  const here = (await tx.limits.toArray()).map(({ rule }) => rule)
  const rules = rulesToBring(limits, here)
  if (here.length + rules.length > MOST_ROWS.limits) throw ownError('error_too_many_rules')
  const changes = [await writeKinds(kinds, tx), await writeRules(rules, at, tx)]
  await backUp(
    changes.filter(({ rows }) => rows.length > 0),
    tx,
  )
}

async function writeAllTotals(brought: readonly DayTotal[], writing: Writing): Promise<void> {
  const [first] = brought
  if (!first) return
  const { backUp, onProgress, signal } = writing
  const { put, gone, preview } = totalsToBring(await totalsOfTool(first.source as Tool), brought)
  if ((await db.totals.count()) + preview.added > MOST_ROWS.totals) throw ownError('error_too_many_totals')
  const batches = inBatches(put, gone)
  for (const [index, batch] of batches.entries()) {
    signal.throwIfAborted()
    await atOnce(async (tx) => backUp([await writeTotals(batch, tx)], tx))
    onProgress((index + 1) / batches.length)
  }
}

/**
 * Writes what a file changes, in batches, each with its backup. If it is cancelled or fails, it is undone. Throws
 * `error_too_many_totals` or `error_too_many_rules` if there were more then than an export can hold.
 */
export async function importForeign(brought: Brought, options: ImportOptions): Promise<void> {
  await checkDatabase()
  await undoably(options, async (writing) => {
    await writeAllTotals(brought.totals, writing)
    await writeDays(brought.days, brought.browser, writing)
    writing.signal.throwIfAborted()
    await atOnce((tx) => writeSaid(brought, writing, tx))
  })
}
