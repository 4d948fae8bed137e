import { beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { nextQuestion } from '../../../storage/record/questions'
import { answerQuestion, readSampling } from '../../../storage/said/ratings'
import { attention, emptyDatabase, record, stepOf } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const AT = Date.parse('2026-11-23T11:00:00Z')
const LOOKED = { at: AT, day: '2026-11-23', dayStartHour: 4, opinions: [], random: 0 }

const morning = spanOf({ surface: 'a.example', start: AT - 50 * MINUTE_MS, ms: 10 * MINUTE_MS })
const before = spanOf({ surface: 'b.example', start: AT - 30 * MINUTE_MS, ms: 20 * MINUTE_MS })

beforeEach(emptyDatabase)

describe('the next question', () => {
  test('is about a visit of the day, is kept, and is noted in the log without its name', async () => {
    await record(morning, before)
    const question = await nextQuestion(LOOKED)
    expect(question).toMatchObject({ surface: 'a.example', ms: 10 * MINUTE_MS })
    expect(await readSampling()).toEqual({ day: '2026-11-23', asked: [0], question })
    expect(await db.log.toArray()).toEqual([{ at: AT, type: 'ask' }])
  })

  test('stays the same, and counts once, until it is answered', async () => {
    await record(morning, before)
    const first = await nextQuestion(LOOKED)
    expect(await nextQuestion({ ...LOOKED, at: AT + MINUTE_MS, random: 0.9 })).toEqual(first)
    expect(await db.log.count()).toBe(1)
    const rated = await answerQuestion({ worthQuarters: 4 }, AT)
    expect(await nextQuestion(LOOKED)).toEqual(rated)
    await answerQuestion({ drifted: false }, AT)
    expect(await nextQuestion(LOOKED)).toBeNull()
    expect(await db.log.count()).toBe(1)
  })

  test('is not about a visit that goes on in the span in progress', async () => {
    await record(before)
    const open = spanOf({ surface: 'b.example', start: before.end + 4 * MINUTE_MS, ms: MINUTE_MS })
    await saveStep(() => stepOf({ state: attention({ open }) }))
    expect(await nextQuestion(LOOKED)).toBeNull()
  })

  test('is about a sealed day too, should it be sealed already', async () => {
    await record(morning)
    while ((await sealOldestDay('2026-11-23')) !== null);
    expect(await nextQuestion(LOOKED)).toMatchObject({ surface: 'a.example' })
  })

  test('is never about an excluded site, even if it waited before that', async () => {
    await record(morning)
    expect(await nextQuestion(LOOKED)).not.toBeNull()
    const opinions = [{ surface: 'a.example', excluded: 1 }]
    expect(await nextQuestion({ ...LOOKED, opinions })).toBeNull()
    expect((await readSampling())?.question).toBeNull()
    await emptyDatabase()
    await record(morning, before)
    expect(await nextQuestion({ ...LOOKED, opinions })).toMatchObject({ surface: 'b.example' })
  })

  test('names the surface that a joined one counts as', async () => {
    await record(morning)
    const opinions = [{ surface: 'a.example', joined: 'c.example' }]
    expect(await nextQuestion({ ...LOOKED, opinions })).toMatchObject({ surface: 'c.example' })
  })

  test('writes nothing if there is nothing to ask', async () => {
    expect(await nextQuestion(LOOKED)).toBeNull()
    expect(await db.log.count()).toBe(0)
  })
})
