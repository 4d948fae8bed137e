/** Keeps what was said here with its stamps, and applies what other devices said. */
import { type Heard, wordsAfter } from '../../domain/devices/exchange-words'
import { forgottenBy } from '../../domain/devices/forgotten'
import { sortOf, type Word } from '../../domain/devices/word'
import { changeBySaid, type SaidFacts, saidOf } from '../../domain/devices/said'
import type { Settings } from '../../domain/settings/settings'
import { isPartOf } from '../../domain/surface/surface'
import { db, type Tables } from '../base/db'
import { dropForgotten } from './device-totals'
import { dropQuestion } from '../said/ratings'
import { allWords, keepWords } from '../said/words'
import { changeSettings, loadSettings } from '../said/settings'

/** What an exchange changed here. */
export interface Exchanged {
  /** Whether opinions, rates, settings or promises changed. */
  hasChanged: boolean
  /** Surfaces that are excluded from now on. */
  excluded: string[]
}

const isAny = (lists: readonly { put: unknown[]; gone: unknown[] }[]): boolean =>
  lists.some(({ put, gone }) => put.length + gone.length > 0)

const isSetting = ({ key }: Word): boolean => key !== null && sortOf(key) === 'setting'

/**
 * Exchanges all words but those about rules, in one transaction. Settings lie outside the database and are changed first: if
 * the browser ends in between, a value that holds here already is said once more. The other way round, the old one would be.
 */
export async function exchangeWords(heard: Omit<Heard, 'kept'>): Promise<Exchanged> {
  const before = await loadSettings()
  const settings = heard.heard.some(isSetting) ? await settingsAfter(heard, before) : {}
  if (Object.keys(settings).length > 0) await changeSettings(settings)
  const done = await db.transaction(
    'rw',
    [db.surfaces, db.rates, db.commitments, db.words, db.state, db.totals],
    (tx) => exchangeRows(heard, before, tx),
  )
  return { ...done, hasChanged: done.hasChanged || Object.keys(settings).length > 0 }
}

/** What words change in the settings. */
async function settingsAfter(heard: Omit<Heard, 'kept'>, settings: Settings): Promise<Partial<Settings>> {
  const kept = await allWords()
  const facts: SaidFacts = { opinions: [], rates: [], settings, promises: [] }
  const said = saidOf(facts, kept, heard.today)
  const { changes } = wordsAfter({ ...heard, kept, heard: heard.heard.filter(isSetting) }, said)
  return changeBySaid(facts, changes).settings
}

async function exchangeRows(heard: Omit<Heard, 'kept'>, settings: Settings, tx: Tables): Promise<Exchanged> {
  const [kept, opinions, rates, promises] = await Promise.all([
    allWords(tx),
    tx.surfaces.toArray(),
    tx.rates.toArray(),
    tx.commitments.toArray(),
  ])
  const facts: SaidFacts = { opinions, rates, settings, promises }
  const { put, gone, changes } = wordsAfter({ ...heard, kept }, saidOf(facts, kept, heard.today))
  const change = changeBySaid(facts, changes)
  await keepWords(put, gone, tx)
  await tx.surfaces.bulkPut(change.opinions.put)
  await tx.surfaces.bulkDelete(change.opinions.gone)
  await tx.rates.bulkPut(change.rates.put)
  await tx.rates.bulkDelete(change.rates.gone)
  await tx.commitments.bulkPut(change.promises.put)
  await tx.commitments.bulkDelete(change.promises.gone)
  if (change.hasForgotten) await dropForgotten(forgottenBy(await allWords(tx)), tx)
  const wasExcluded = new Set(opinions.filter(({ excluded }) => excluded).map(({ surface }) => surface))
  const excluded = change.opinions.put
    .filter((opinion) => opinion.excluded && !wasExcluded.has(opinion.surface))
    .map(({ surface }) => surface)
  for (const surface of excluded) await dropQuestion((question) => isPartOf(question.surface, surface), tx)
  return {
    hasChanged: isAny([change.opinions, change.rates, change.promises]),
    excluded,
  }
}
