/** What holds here as values of words, and what words change here. */
import type { StoredRule } from '../firewall/rule'
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../settings/settings'
import type { Commitment } from '../statement/commitment'
import { changeOpinion, type Opinion } from '../surface/opinion'
import { addDays, type Day } from '../time/local-time'
import type { Rate } from '../value/hour-price'
import { written } from '../written'
import { isForgottenKey, isForgottenOver } from './forgotten'
import { isFresh, ruleWord } from './rule-word'
import { type KeptWord, type Said, sortOf, wordId, type WordKey, type Words } from './word'

/** Settings that are about the person, not about a screen or a browser. */
export const PERSONAL_SETTINGS = [
  'currency',
  'dayStartHour',
  'weekStart',
  'bedtime',
  'guess',
  'region',
  'dollarRate',
  'yearThings',
  'cleanings',
  'aiSavedPercent',
  'aiGoal',
] as const satisfies readonly (keyof Settings)[]

/** The host of an icon is no opinion, and stays here. */
const OPINION_FIELDS = ['kind', 'worthQuarters', 'name', 'asked', 'excluded', 'joined', 'split'] as const
type OpinionField = (typeof OPINION_FIELDS)[number]

/** Everything that words are about, but for rules: those change in the firewall alone. */
export interface SaidFacts {
  opinions: readonly Opinion[]
  rates: readonly Rate[]
  settings: Settings
  promises: readonly Commitment[]
}

/** What a word about a promise holds: not what is kept for this device's record, or told on its screen. */
type PromiseWord = Omit<Commitment, 'id' | 'deletedMs' | 'told'>

const promiseWord = ({ id: _id, deletedMs: _deletedMs, told: _told, ...word }: Commitment): PromiseWord =>
  word

/** Promises of older weeks are history, which goes through a file. */
const PROMISE_DAYS = 70

const isRecent = (week: Day, today: Day): boolean => week >= addDays(today, -PROMISE_DAYS)

const opinionKey = (surface: string, field: OpinionField): WordKey => `opinion ${surface} ${field}`

/** The values of all words but those about rules. Settings that were never changed say nothing. */
export function saidOf({ opinions, rates, settings, promises }: SaidFacts, kept: Words, today: Day): Said {
  const said = new Map<WordKey, unknown>()
  for (const opinion of opinions)
    for (const field of OPINION_FIELDS) {
      const value = opinion[field]
      if (value !== undefined) said.set(opinionKey(opinion.surface, field), value)
    }
  for (const { from, ...rate } of rates) said.set(`rate ${from}`, rate)
  for (const name of PERSONAL_SETTINGS) {
    const isUsual = written(settings[name]) === written(DEFAULT_SETTINGS[name])
    const key = `setting ${name}`
    // In an object, because null is a value of some settings, and of a word that was taken back.
    if (!isUsual || kept.has(wordId(key))) said.set(key, { is: settings[name] })
  }
  for (const promise of promises)
    if (isRecent(promise.week, today)) said.set(`promise ${promise.id}`, promiseWord(promise))
  // Nothing here holds what was forgotten but the word itself.
  for (const { key, value } of kept.values()) if (key !== null && isForgottenKey(key)) said.set(key, value)
  return said
}

/** The values of words about rules. A rule that may still be taken back says nothing, unless others know of it. */
export function saidOfRules(rules: readonly StoredRule[], kept: Words, at: number): Said {
  const said = new Map<WordKey, unknown>()
  for (const stored of rules) {
    const key = `rule ${stored.id}`
    const word = ruleWord(stored)
    if (word && (!isFresh(stored, at) || kept.has(wordId(key)))) said.set(key, word)
  }
  return said
}

/** Whether what a word is about has become history: a promise, or days that were forgotten. */
export function isPast({ key, value }: KeptWord, today: Day): boolean {
  if (key === null) return false
  return sortOf(key) === 'promise'
    ? !isRecent((value as PromiseWord).week, today)
    : isForgottenOver(key, today)
}

/** What words change here. */
export interface SaidChange {
  opinions: { put: Opinion[]; gone: string[] }
  rates: { put: Rate[]; gone: Day[] }
  settings: Partial<Settings>
  promises: { put: Commitment[]; gone: string[] }
  /** Whether something was forgotten elsewhere. */
  hasForgotten: boolean
}

const fieldOf = (key: WordKey): { surface: string; field: OpinionField } => {
  const [, surface = '', field = ''] = key.split(' ')
  return { surface, field: field as OpinionField }
}

function opinionsAfter(before: readonly Opinion[], changes: ReadonlyMap<WordKey, unknown>) {
  const known = new Map(before.map((opinion) => [opinion.surface, opinion]))
  const touched = new Set<string>()
  for (const [key, value] of changes) {
    if (sortOf(key) !== 'opinion') continue
    const { surface, field } = fieldOf(key)
    touched.add(surface)
    const after = changeOpinion(known.get(surface) ?? { surface }, { [field]: value })
    if (after) known.set(surface, after)
    else known.delete(surface)
  }
  return {
    put: [...touched].flatMap((surface) => known.get(surface) ?? []),
    gone: [...touched].filter((surface) => !known.has(surface)),
  }
}

const promiseAfter = (id: string, word: PromiseWord, before: Commitment | undefined): Commitment => ({
  ...word,
  id,
  deletedMs: before?.deletedMs ?? 0,
  told: before?.told ?? [],
})

const nameOf = (key: WordKey): string => key.slice(key.indexOf(' ') + 1)

/** What the values of words (null for one taken back), by key, change of what holds here; rules are left out. */
export function changeBySaid(facts: SaidFacts, changes: ReadonlyMap<WordKey, unknown>): SaidChange {
  const some = (sort: string) => [...changes].filter(([key]) => sortOf(key) === sort)
  const split = <Row>(sort: string, toRow: (name: string, value: unknown) => Row) => ({
    put: some(sort).flatMap(([key, value]) => (value === null ? [] : [toRow(nameOf(key), value)])),
    gone: some(sort).flatMap(([key, value]) => (value === null ? [nameOf(key)] : [])),
  })
  const promises = new Map(facts.promises.map((promise) => [promise.id, promise]))
  const settings = some('setting').map(([key, value]) => [nameOf(key), (value as { is: unknown } | null)?.is])
  return {
    opinions: opinionsAfter(facts.opinions, changes),
    rates: split('rate', (from, rate) => ({ ...(rate as Omit<Rate, 'from'>), from })),
    settings: personalOnly(readSettings({ ...facts.settings, ...Object.fromEntries(settings) }), settings),
    promises: split('promise', (id, word) => promiseAfter(id, word as PromiseWord, promises.get(id))),
    hasForgotten: [...changes.keys()].some(isForgottenKey),
  }
}

const personalOnly = (settings: Settings, changed: readonly unknown[][]): Partial<Settings> => {
  const names = new Set(changed.map(([name]) => name))
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.has(name)))
}
