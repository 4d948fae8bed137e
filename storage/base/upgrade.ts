/** Brings a database of any earlier version, or none, to the newest schema. */
import type { FirewallRow } from '../../domain/firewall/firewall-state'
import { isRuleRow, knownRow } from '../../domain/firewall/rule-history'
import type { Span } from '../../domain/record/span'
import { answered } from './request'
import { pathOf, STORES, STORE_NAMES, type StoreName } from './schema'
import type { Tables } from './tables'
import { tablesOf } from './transaction'

/** Until version 3, the span in progress lay in a store of its own. */
const OF_OPEN_SPAN = 'open'

/** The browser's numbers of the first versions that have what the steps below bring. */
const [WITH_RULE_HISTORY, FIRST] = [70, 0]

function createStore(database: IDBDatabase, name: StoreName): IDBObjectStore {
  const { key, isNumbered = false } = STORES[name]
  return database.createObjectStore(name, {
    autoIncrement: isNumbered,
    ...(key !== undefined && { keyPath: pathOf(key) }),
  })
}

function declareStore(transaction: IDBTransaction, name: StoreName): void {
  const { db } = transaction
  const store = db.objectStoreNames.contains(name) ? transaction.objectStore(name) : createStore(db, name)
  const { indexes = [] } = STORES[name]
  for (const index of indexes) if (!store.indexNames.contains(index)) store.createIndex(index, pathOf(index))
  for (const index of store.indexNames) if (!indexes.includes(index)) store.deleteIndex(index)
}

async function joinOpenToState(transaction: IDBTransaction, { state }: Tables): Promise<void> {
  if (!transaction.db.objectStoreNames.contains(OF_OPEN_SPAN)) return
  const [open = null] = await answered<Span[]>(transaction.objectStore(OF_OPEN_SPAN).getAll())
  const before = await state.get('now')
  if (open || before) await state.put({ ...before, open } as NonNullable<typeof before>, 'now')
  transaction.db.deleteObjectStore(OF_OPEN_SPAN)
}

/** Until version 4, rows of `usage` named no currency: their amounts are in the one that limits then went by. */
async function nameCurrencyOfUse({ guard, usage }: Tables): Promise<void> {
  const state = (await guard.get('now')) as Partial<FirewallRow> | undefined
  const currency = state?.terms?.held.currency ?? null
  await usage
    .filter((row) => row.currency === undefined)
    .replace((row) => ({ ...row, currency: row.amount === null ? null : currency }))
}

/** Until version 6, nothing was kept of how rules changed: all are known from now on. */
async function beginRuleHistory({ log, limits }: Tables): Promise<void> {
  // A row of this type came with a file that an earlier version did not check.
  await log.filter(isRuleRow).delete()
  const rules = await limits.toArray()
  await log.bulkAdd(rules.flatMap((rule) => knownRow(rule, Date.now()) ?? []))
}

/** To be called while the database is being upgraded from `version`, the browser's number; 0 if it is new. */
export async function upgrade(transaction: IDBTransaction, version: number): Promise<void> {
  for (const name of STORE_NAMES) declareStore(transaction, name)
  // A database that has a history of its rules must not begin it anew.
  if (version === FIRST || version >= WITH_RULE_HISTORY) return
  const { tables } = tablesOf(transaction, STORE_NAMES)
  await joinOpenToState(transaction, tables)
  await nameCurrencyOfUse(tables)
  await beginRuleHistory(tables)
}
