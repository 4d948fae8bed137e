/**
 * Every place that can hold a span or the name of a site, and what reaches it. A new store, setting, field of the
 * firewall's memory or key of a storage area fails here until it is decided what deletes it.
 */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { type GuardMemory, NO_MEMORY } from '../../domain/firewall/guard-memory'
import { heldGuard, NOTHING_OWED } from '../../domain/firewall/held-guard'
import { visitKey } from '../../domain/record/visit'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings'
import { HOUR_MS } from '../../domain/time/local-time'
import { commands } from '../../entrypoints/background/commands/commands'
import { db } from '../../storage/base/db'
import { deleteRange, eraseEverything } from '../../storage/bulk/erase'
import { deleteHistoryOf, forgetSite } from '../../storage/bulk/forget'
import { writeGuardMemory } from '../../storage/firewall/guard-memory'
import { writeHeldGuard } from '../../storage/firewall/held-guard'
import { saveStep, sealOldestDay } from '../../storage/record/ledger'
import { writeCheckpoint } from '../../storage/record/checkpoint'
import { writeLastNudge } from '../../storage/said/last-nudge'
import { putSampling } from '../../storage/said/ratings'
import { holdStep } from '../../storage/said/session'
import { changeSettings } from '../../storage/said/settings'
import { connect } from '../fixtures/devices'
import { focusRow } from '../fixtures/focus'
import { attention, record, stepOf } from '../fixtures/database'
import { GuardedWorld, MORNING, WALL } from '../fixtures/guarded-world'
import { dayChange, putImport } from '../fixtures/import'
import { ruleOf, TERMS } from '../fixtures/rules'
import { sourcesIn } from '../fixtures/sources'
import { spanOf } from '../fixtures/spans'
import { DESK, LAPTOP, totalFrom, totalOf } from '../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

/** What a place can hold: spans, names of sites, or neither. */
type Holds = 'spans' | 'names' | 'neither'

const STORES: Record<string, Holds> = {
  spans: 'spans',
  days: 'spans',
  state: 'spans',
  surfaces: 'names',
  rates: 'neither',
  ratings: 'names',
  limits: 'names',
  usage: 'neither',
  overrides: 'neither',
  guard: 'names',
  statements: 'neither',
  backup: 'spans',
  totals: 'names',
  // What was said, as other devices are told; a rule keeps the name of its site, as in `limits`.
  words: 'names',
  // Kinds, no sites; their time stays when days are deleted, like the use of a rule.
  commitments: 'neither',
  // What stayed open in focus hours, and what rules were about.
  log: 'names',
  // Use by the id of a rule, and names of devices.
  devices: 'neither',
}

const SETTINGS: Record<keyof Settings, Holds> = {
  currency: 'neither',
  dayStartHour: 'neither',
  weekStart: 'neither',
  idleSeconds: 'neither',
  secondScreen: 'neither',
  badge: 'neither',
  moneyHidden: 'neither',
  pictureMoney: 'neither',
  pictureNames: 'neither',
  theme: 'neither',
  pausedUntil: 'neither',
  bedtime: 'neither',
  guess: 'neither',
  region: 'neither',
  dollarRate: 'neither',
  offersStatement: 'neither',
  yearThings: 'neither',
  cleanings: 'names',
  aiSavedPercent: 'neither',
  aiGoal: 'neither',
  thisDeviceAlone: 'neither',
  nudges: 'neither',
  mutedNudges: 'neither',
  asksWorth: 'neither',
  weeklyBackup: 'neither',
  welcomed: 'neither',
}

const GUARD_MEMORY: Record<keyof GuardMemory, Holds> = {
  walls: 'names',
  muted: 'neither',
  visits: 'names',
  letIn: 'neither',
  windowOrder: 'neither',
  warned: 'neither',
  asked: 'neither',
  privateMeter: 'neither',
  privateUse: 'neither',
  privateSessions: 'neither',
}

/** The checkpoint names the start of a span, the last nudge a day on which a feed was opened. */
const AREAS: Record<string, Holds> = {
  'local settings': 'names',
  'local device': 'neither',
  // How much of rules was used, by their ids.
  'local devices': 'neither',
  'local checkpoint': 'spans',
  'local pin': 'neither',
  // When the last backup was handed to the browser, and the name of its file.
  'local backups': 'neither',
  // Which device's file was read, and when it was written.
  'local filesRead': 'neither',
  'local lastNudge': 'spans',
  'local offeredWeek': 'neither',
  'local limits': 'names',
  'local database': 'neither',
  'local loss': 'neither',
  // The last day on which the browser reported an absence.
  'local absence': 'neither',
  'session runId': 'neither',
  'session held': 'spans',
  'session deletion': 'neither',
  'session trouble': 'neither',
  'session updateWaits': 'neither',
  'session guard': 'names',
  'session heldGuard': 'names',
  // Heights of parts of the popup, the theme, and how long a pause still takes.
  // The id of the focus hour whose end was said.
  'pages local focusSeen': 'neither',
  'pages local kindQuestion': 'neither',
  'pages local limits': 'neither',
  'pages local question': 'neither',
  'pages local theme': 'neither',
  'pages session pause': 'neither',
}

const root = dirname(dirname(import.meta.dirname))

/** The keys of storage areas that a source names: in a call, or as its constant. */
function keysIn(path: string): string[] {
  const text = readFileSync(`${root}/${path}`, 'utf8')
  const valueOf = (name: string) => new RegExp(`const ${name} = '(\\w+)'`).exec(text)?.[1] ?? name
  const calls = text.matchAll(
    /\b(?:storage\.)?(local|session)(Storage)?\s*\.(?:get|set|remove|setItem)\(\s*([^)]*)/g,
  )
  return [...calls].flatMap(([, area, isOfPages, given = '']) => {
    const first = /^\{\s*\[?(\w+)|^(\w+)\b(?!\.)|^'(\w+)'/.exec(given)
    const quoted = [...given.matchAll(/^\[?'(\w+)'|(?<=^\[.*), '(\w+)'/g)].map(
      ([, one, other]) => one ?? other,
    )
    const named = first?.slice(1).find(Boolean)
    const keys = new Set([...quoted, ...(named && named !== 'null' ? [valueOf(named)] : [])])
    return [...keys].map((key) => `${isOfPages ? 'pages ' : ''}${area} ${key}`)
  })
}

describe('each place is decided on', () => {
  test('stores of the database', () => {
    expect(db.tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(STORES).toSorted())
  })

  test('settings, and the memory of the firewall', () => {
    expect(Object.keys(DEFAULT_SETTINGS).toSorted()).toEqual(Object.keys(SETTINGS).toSorted())
    expect(Object.keys(NO_MEMORY).toSorted()).toEqual(Object.keys(GUARD_MEMORY).toSorted())
  })

  const files = ['domain', 'storage', 'platform', 'components', 'entrypoints'].flatMap((folder) =>
    sourcesIn(root, folder).filter((path) => /\.tsx?$/.test(path)),
  )

  test('keys of the storage areas', () => {
    expect([...new Set(files.flatMap(keysIn))].toSorted()).toEqual(Object.keys(AREAS).toSorted())
  })

  test('no other way of the browser to keep something', () => {
    const other = /\b(?:indexedDB|caches\.|document\.cookie|storage\.sync|storage\.managed)\b/
    // Nothing goes to the sync area that is not encrypted (see test/e2e/devices.test.ts).
    const found = files.filter((path) => other.test(readFileSync(`${root}/${path}`, 'utf8')))
    const database = ['connection', 'db', 'table'].map((name) => `storage/base/${name}.ts`)
    expect(found).toEqual([...database, 'storage/said/sync-area.ts'])
  })
})

const SITE = 'gone.example'
const OLD = '2026-11-19'
const TODAY = '2026-11-23'

const at = (start: string) => spanOf({ surface: SITE, start, ms: HOUR_MS })
const old = at(`${OLD}T09:00:00Z`)
const recent = at(`${TODAY}T08:00:00Z`)
const open = at(`${TODAY}T09:00:00Z`)
const opinion = { surface: SITE, kind: 'feed', iconHost: `www.${SITE}` } as const

let world: GuardedWorld

/** The site in every place that can hold it. */
beforeEach(async () => {
  world = await GuardedWorld.empty()
  await record(old, recent)
  await sealOldestDay(OLD)
  await saveStep(() => stepOf({ state: attention({ open, recent: [recent] }) }))
  await writeCheckpoint({ ...open, end: open.end + 1000 })
  await db.surfaces.put(opinion)
  await db.ratings.add({
    surface: SITE,
    at: recent.end,
    worthQuarters: 0,
    drifted: true,
    utcOffsetMinutes: 0,
    hour: 8,
    ms: HOUR_MS,
  })
  const { start, end, utcOffsetMinutes } = recent
  const question = { surface: SITE, start, end, utcOffsetMinutes, ms: HOUR_MS }
  await putSampling({ day: TODAY, asked: [0], question })
  const focus = focusRow(recent.start, { named: [{ type: 'site', site: SITE }] })
  await db.log.add(focus)
  const targets = [{ type: 'site' as const, site: SITE }]
  const stood = { at: 1, type: 'rule', id: 'r', rule: ruleOf({ id: 'r', targets }) } as const
  await db.log.add(stood)
  await db.totals.bulkPut([
    totalOf({ surface: SITE, day: TODAY, minutes: 30 }),
    totalFrom(DESK, { surface: SITE, day: TODAY, minutes: 30 }),
  ])
  await putImport(dayChange([], [old]), {
    type: 'rows',
    store: 'surfaces',
    rows: [{ key: SITE, before: undefined, after: opinion }],
  })
  const logged = [focus, stood].map((after, key) => ({ key, before: undefined, after }))
  await putImport({ type: 'rows', store: 'log', rows: logged })
  await changeSettings({ cleanings: { [SITE]: { interval: 'off', done: [TODAY] } } })
  await writeLastNudge({ name: 'goal', at: MORNING, day: TODAY, count: 1 })
  await holdStep(() => ({
    ...stepOf({ state: attention({ open, recent: [recent] }), spans: [recent] }),
    isBlind: false,
    lastInputAt: null,
  }))
  world.wanted = { ...TERMS, opinions: [{ surface: SITE, kind: 'feed' }] }
  await db.limits.put({ id: 'r', createdAt: 1, rule: stood.rule, next: null, heals: null })
  const tab = world.open(WALL, { isWall: true })
  const wall = {
    rule: 'r',
    surface: SITE,
    address: `https://${SITE}/`,
    since: MORNING,
    isPrivate: false,
    isAnswered: false,
    besides: null,
  }
  await writeGuardMemory({ ...NO_MEMORY, walls: { [tab]: wall }, visits: { [visitKey('r', SITE)]: MORNING } })
  // The firewall notes by which opinions it goes, also in its copy, and in what it holds while it cannot write.
  await world.guard.use((firewall) => world.guard.keeper.save(firewall))
  await writeHeldGuard(
    heldGuard(await world.guard.use(async (firewall) => firewall), {
      owed: NOTHING_OWED,
      unsaved: [],
      isOld: false,
    }),
  )
  await connect(LAPTOP, MORNING, TODAY)
})

const has = (value: unknown): boolean => JSON.stringify(value ?? null).includes(SITE)

/** The places that name the site, or the start of a span or day that was deleted. */
async function traces(): Promise<string[]> {
  const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
  const local = await fakeBrowser.storage.local.get(null)
  const session = await fakeBrowser.storage.session.get(null)
  const memory = Object.entries((session['guard'] ?? {}) as object)
  return [
    ...rows.filter(([, all]) => has(all)).map(([name]) => name),
    ...(has(local['settings']) ? ['cleanings'] : []),
    ...(local['checkpoint'] ? ['checkpoint'] : []),
    ...(local['lastNudge'] ? ['lastNudge'] : []),
    ...(has(local['limits']) ? ['limitsCopy'] : []),
    ...(has(session['held']) ? ['held'] : []),
    ...(has(session['heldGuard']) ? ['heldGuard'] : []),
    ...memory.filter(([, value]) => has(value)).map(([name]) => name),
    ...(Object.entries(session).some(
      ([key, value]) => !['held', 'guard', 'heldGuard'].includes(key) && has(value),
    )
      ? ['session']
      : []),
  ]
}

const ALL = [
  'spans',
  'days',
  'state',
  'surfaces',
  'ratings',
  'limits',
  'guard',
  'backup',
  'totals',
  'words',
  'log',
  'cleanings',
  'checkpoint',
  'lastNudge',
  'held',
  'limitsCopy',
  'heldGuard',
  'walls',
  'visits',
].toSorted()

const worker = () => commands(world.guard, async () => undefined)
const tell = (forgotten: { site: string } | 'all' | null) =>
  worker().recordChanged(forgotten && { forgotten }, { tabId: null })

/** A rule keeps the name of its site, also by what it covered before the change, and so does a tab at its wall. */
const OF_RULES = ['limits', 'guard', 'limitsCopy', 'heldGuard', 'walls']

describe('what deletes reaches each place', () => {
  test('which all have the site to begin with', async () => {
    expect((await traces()).toSorted()).toEqual(ALL)
  })

  test('erasing everything leaves nothing', async () => {
    await world.firewall.removeRule({ id: 'r', pin: null }, { tabId: null })
    await db.limits.clear()
    await eraseEverything()
    await tell('all')
    expect(await traces()).toEqual([])
    expect((await fakeBrowser.storage.session.get('held'))['held']).toBeUndefined()
    expect(world.tabs.map(({ address }) => address)).toEqual([`https://${SITE}/`])
  })

  test('erasing everything but limits leaves what they need', async () => {
    await eraseEverything()
    await tell('all')
    expect((await traces()).toSorted()).toEqual(OF_RULES.toSorted())
  })

  test('forgetting the site leaves the day of the last nudge and what rules need', async () => {
    await forgetSite(SITE)
    await tell({ site: SITE })
    expect((await traces()).toSorted()).toEqual([...OF_RULES, 'lastNudge'].toSorted())
  })

  test('deleting its history leaves what the person said, and what rules need', async () => {
    await deleteHistoryOf(SITE)
    await tell({ site: SITE })
    const said = ['surfaces', 'words', 'ratings', 'log', 'backup', 'cleanings', 'lastNudge']
    expect((await traces()).toSorted()).toEqual([...OF_RULES, ...said].toSorted())
    expect(await db.surfaces.toArray()).toEqual([{ surface: SITE, kind: 'feed' }])
  })

  test('deleting the days leaves what the person said of the site, and what rules need', async () => {
    await deleteRange(OLD, TODAY, 4)
    await tell('all')
    expect((await traces()).toSorted()).toEqual(
      [...OF_RULES, 'log', 'surfaces', 'words', 'backup'].toSorted(),
    )
  })

  test('excluding the site leaves what was recorded before, but no question and no visit', async () => {
    await worker().changeSurface({ surface: SITE, change: { excluded: MORNING } }, { tabId: null })
    const left = await traces()
    expect(left).not.toContain('visits')
    const rows = await db.table<{ question?: unknown }>('state').toArray()
    expect(rows.map(({ question }) => question)).toEqual([undefined, null])
  })
})
