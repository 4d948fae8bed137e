import { beforeEach, describe, expect, test } from 'vitest'
import type { VisitQuestion } from '../../../domain/statement/sampling'
import { HOUR_MS } from '../../../domain/time/local-time'
import { db } from '../../../storage/base/db'
import { changeSurface } from '../../../storage/said/opinions'
import {
  answerQuestion,
  dropQuestion,
  putSampling,
  readSampling,
  stopSampling,
} from '../../../storage/said/ratings'
import { emptyDatabase } from '../../fixtures/database'

const AT = Date.parse('2026-11-23T22:10:00Z')

/** A visit from 22:40 to 23:40 by a clock an hour ahead. */
const QUESTION: VisitQuestion = {
  surface: 'youtube.com/shorts',
  start: Date.parse('2026-11-23T21:40:00Z'),
  end: Date.parse('2026-11-23T22:40:00Z'),
  utcOffsetMinutes: 60,
  ms: HOUR_MS,
}
const SAMPLING = { day: '2026-11-23', asked: [2], question: QUESTION }

const RATING = {
  surface: 'youtube.com/shorts',
  at: AT,
  worthQuarters: 2,
  drifted: null,
  utcOffsetMinutes: 60,
  hour: 22,
  ms: HOUR_MS,
}

beforeEach(async () => {
  await emptyDatabase()
  await putSampling(SAMPLING)
})

describe('answering the question', () => {
  test('with a worth stores a rating and keeps the question for the drift', async () => {
    const left = await answerQuestion({ worthQuarters: 2 }, AT)
    expect(left).toEqual({ ...QUESTION, rating: expect.any(Number) })
    expect(await db.ratings.toArray()).toEqual([RATING])
    expect((await readSampling())?.question).toEqual(left)
  })

  test.each([true, false])('with the drift (%s) after the worth completes the rating', async (drifted) => {
    await answerQuestion({ worthQuarters: 2 }, AT)
    expect(await answerQuestion({ drifted }, AT + 1)).toBeNull()
    expect(await db.ratings.toArray()).toEqual([{ ...RATING, drifted }])
    expect(await readSampling()).toEqual({ ...SAMPLING, question: null })
  })

  test('with nothing more keeps the worth without the drift', async () => {
    await answerQuestion({ worthQuarters: 2 }, AT)
    expect(await answerQuestion(null, AT)).toBeNull()
    expect(await db.ratings.toArray()).toEqual([RATING])
  })

  test('with nothing at all stores no rating', async () => {
    expect(await answerQuestion(null, AT)).toBeNull()
    expect(await db.ratings.count()).toBe(0)
    expect((await readSampling())?.question).toBeNull()
  })

  test('stores nothing if no question waits any more', async () => {
    await putSampling({ ...SAMPLING, question: null })
    expect(await answerQuestion({ worthQuarters: 2 }, AT)).toBeNull()
    expect(await db.ratings.count()).toBe(0)
  })

  test('writes no rating for a site that was forgotten in between', async () => {
    await answerQuestion({ worthQuarters: 2 }, AT)
    await db.ratings.clear()
    await answerQuestion({ drifted: true }, AT)
    expect(await db.ratings.count()).toBe(0)
  })

  test('writes nothing once it was reported as failed', async () => {
    await expect(answerQuestion({ worthQuarters: 2 }, AT, () => true)).rejects.toThrow('too late')
    expect(await db.ratings.count()).toBe(0)
    expect(await readSampling()).toEqual(SAMPLING)
  })
})

describe('the waiting question', () => {
  test('is dropped only if it is meant', async () => {
    await dropQuestion(({ surface }) => surface === 'other.example', db)
    expect(await readSampling()).toEqual(SAMPLING)
    await dropQuestion(() => true, db)
    expect(await readSampling()).toEqual({ ...SAMPLING, question: null })
  })

  test.each(['youtube.com', 'youtube.com/shorts'])('is dropped when %s is excluded', async (surface) => {
    await changeSurface(surface, { excluded: 1 })
    expect((await readSampling())?.question).toBeNull()
  })

  test('stays when something else is said, or another site is excluded', async () => {
    await changeSurface('youtube.com/shorts', { worthQuarters: 4 })
    await changeSurface('youtube.com/watch', { excluded: 1 })
    await changeSurface('youtube.com/watch', { excluded: null })
    expect(await readSampling()).toEqual(SAMPLING)
  })

  test('is forgotten with the rest of the sampling, but the state of recording is not', async () => {
    await db.state.put({ lastSeenAt: 1 } as never, 'now')
    await stopSampling()
    expect(await db.state.toArray()).toEqual([{ lastSeenAt: 1 }])
  })
})
