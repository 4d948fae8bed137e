import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/settings/settings'
import { surfaceRules } from '../../../../domain/surface/surface-rules'
import { MINUTE_MS } from '../../../../domain/time/local-time'
import { questionCommands } from '../../../../entrypoints/background/commands/question-commands'
import { db } from '../../../../storage/base/db'
import { emptyDatabase, record } from '../../../fixtures/database'
import { spanOf } from '../../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../../platform/local-offset', () => ({ localOffset: () => 60 }))

const AT = Date.parse('2026-11-23T11:00:00Z')

const commandsUnder = (settings: Partial<Settings>, trouble: unknown = null) =>
  questionCommands(
    {
      facts: async () => ({
        settings: { ...DEFAULT_SETTINGS, asksWorth: true, ...settings },
        rules: surfaceRules([]),
        opinions: [],
        trouble,
        device: 'desk',
        runId: 'run',
        iconHosts: new Map(),
        hasLoss: false,
      }),
    },
    () => AT,
    () => 0,
  )

const ASKER = { tabId: null }

beforeEach(async () => {
  await emptyDatabase()
  await record(spanOf({ surface: 'a.example', start: AT - 30 * MINUTE_MS, ms: 20 * MINUTE_MS }))
})

describe('the popup gets a question', () => {
  test('if questions are switched on', async () => {
    expect(await commandsUnder({}).question(null, ASKER)).toMatchObject({ surface: 'a.example' })
  })

  test.each<[when: string, settings: Partial<Settings>, trouble: unknown]>([
    ['they are switched off', { asksWorth: false }, null],
    ['recording is paused', { pausedUntil: AT + 1 }, null],
    ['recording is paused until the person goes on', { pausedUntil: 'resumed' }, null],
    ['excluded sites could not be read', {}, new Error('blocked')],
  ])('not if %s', async (_when, settings, trouble) => {
    expect(await commandsUnder(settings, trouble).question(null, ASKER)).toBeNull()
    expect(await db.log.count()).toBe(0)
  })

  test('and answers it in two taps', async () => {
    const { question, answerQuestion } = commandsUnder({})
    await question(null, ASKER)
    expect(await answerQuestion({ worthQuarters: 8 }, ASKER)).toMatchObject({ surface: 'a.example' })
    expect(await answerQuestion({ drifted: true }, ASKER)).toBeNull()
    expect(await db.ratings.toArray()).toMatchObject([{ at: AT, worthQuarters: 8, drifted: true, hour: 11 }])
    expect(await question(null, ASKER)).toBeNull()
  })
})

describe('nobody is woken', () => {
  afterEach(() => vi.useRealTimers())

  test('by an alarm or a timer after a question and its answers', async () => {
    // Not all: the database of the tests has tasks of its own.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] })
    const { question, answerQuestion } = commandsUnder({})
    expect(await question(null, ASKER)).not.toBeNull()
    await answerQuestion({ worthQuarters: 8 }, ASKER)
    await answerQuestion({ drifted: true }, ASKER)
    expect(vi.getTimerCount()).toBe(0)
    expect(await fakeBrowser.alarms.getAll()).toEqual([])
  })
})

test('by default nothing is asked', () => {
  expect(DEFAULT_SETTINGS.asksWorth).toBe(false)
})
