import type { Part, Row } from '../report/row.ts'
import { busy, BUSY_IN_WORDS, type Desk, MINUTES, openDesk, quiet } from '../tools/busy.ts'
import { command } from '../../e2e/harness/fill.ts'
import { minutes, ruleOf } from '../../fixtures/rules.ts'
import { extensionDatabases } from '../tools/extension-databases.ts'
import { batchesSince, loggedIn, type Logged } from '../tools/leveldb.ts'
import { type LastingStage, openLastingEmpty, openLastingZeitwert } from '../tools/restarted.ts'
import { onStages, wait } from '../tools/stage.ts'

const PER_ROW =
  'In Chromium an item set in `storage.local` costs one write, an IndexedDB transaction one, plus two for each row that is put. In three minutes, a checkpoint every 5 s costs 36, and the alarm every minute costs the browser 3: together 39, however little else is written. Changing to another surface costs 5, for the closed span and the state.'

const BUDGETS = { busy: 150, quiet: 40 }
/** What was written last has reached the log by then. */
const FLUSH_MS = 3_000
const WARM_UP_MS = 10_000

type Counts = Record<string, number>

const logs = ({ profile, browser }: LastingStage): Record<string, Logged> => {
  const databases = extensionDatabases(profile, new URL(browser.extensionUrl('')).host)
  return Object.fromEntries(Object.entries(databases).map(([name, paths]) => [name, loggedIn(paths)]))
}

async function writtenDuring(stage: LastingStage, act: () => Promise<void>): Promise<Counts> {
  const before = logs(stage)
  await act()
  await wait(FLUSH_MS)
  const after = Object.entries(logs(stage))
  return Object.fromEntries(after.map(([name, log]) => [name, batchesSince(before[name] ?? new Map(), log)]))
}

async function written(stage: LastingStage): Promise<{ busy: Counts; quiet: Counts }> {
  await stage.restart()
  const desk = (await openDesk(stage)) as Desk & LastingStage
  await wait(WARM_UP_MS)
  return {
    busy: await writtenDuring(desk, () => busy(desk)),
    quiet: await writtenDuring(desk, () => quiet(desk)),
  }
}

/** With a rule whose use grows all the time; connected, so that something is sent each minute, or not. */
async function openLastingWithRule(isConnected: boolean): Promise<LastingStage> {
  const stage = await openLastingZeitwert()
  const targets = [{ type: 'everything' }] as const
  await command(stage.browser, 'putRule', { rule: ruleOf({ targets, bound: minutes(600) }), pin: null })
  if (isConnected)
    await command(stage.browser, 'connectDevices', {
      name: 'Bench',
      passphrase: 'correct horse battery staple',
    })
  return stage
}

const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** What a rule about everything adds, and what devices that are connected add to that. */
const withRuleRows = (what: keyof typeof BUDGETS, ruled: Counts, connected: Counts): Row[] => [
  { what: `${what}, with a rule`, budget: '', unit: 'writes', measured: [total(ruled)], met: null },
  {
    what: `${what}, with a rule, connected`,
    budget: '',
    unit: 'writes',
    measured: [total(connected)],
    met: null,
  },
]

function rowsOf(what: keyof typeof BUDGETS, own: Counts, empty: Counts): Row[] {
  const whole = total(own)
  return [
    {
      what: `${what}, ${MINUTES} minutes`,
      budget: `≤ ${BUDGETS[what]}`,
      unit: 'writes',
      measured: [whole],
      empty: [total(empty)],
      met: whole <= BUDGETS[what],
      reason: PER_ROW,
    },
    ...Object.entries(own).map(([name, count]): Row => ({
      what: `${what}, of this ${name}`,
      budget: '',
      unit: 'writes',
      measured: [count],
      empty: [empty[name] ?? 0],
      met: null,
    })),
  ]
}

export const writes: Part = {
  title: 'Disk writes',
  method: `Write batches in the logs of the LevelDB databases in which Chromium stores an extension’s data: IndexedDB, \`storage.local\`, and the alarms and other state that all extensions share. They are counted after a restart of the browser. Busy: ${BUSY_IN_WORDS}. Quiet: one page is in front for ${MINUTES} minutes. A log record counts as a write if it is whole or the first part of one. The empty extension does the same beside it.`,
  measure: () =>
    onStages(
      [
        openLastingZeitwert,
        openLastingEmpty,
        () => openLastingWithRule(false),
        () => openLastingWithRule(true),
      ],
      async (stages) => {
        const [own, empty, ruled, connected] = await Promise.all(
          stages.map((stage) => written(stage as LastingStage)),
        )
        return (['busy', 'quiet'] as const).flatMap((what) => [
          ...rowsOf(what, own![what], empty![what]),
          ...withRuleRows(what, ruled![what], connected![what]),
        ])
      },
    ),
}
