import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../../storage/base/db'
import {
  allOpinions,
  changeSurface,
  opinionsForRecording,
  rememberIconHost,
} from '../../../storage/said/opinions'
import { attention, emptyDatabase } from '../../fixtures/database'
import { spanOf } from '../../fixtures/spans'

beforeEach(emptyDatabase)

describe('an opinion on a surface', () => {
  test('is stored field by field; null removes a field', async () => {
    await changeSurface('youtube.com', { kind: 'learning' })
    await changeSurface('youtube.com', { worthQuarters: 0, name: 'Tube' })
    await changeSurface('youtube.com', { name: null })
    expect(await allOpinions()).toEqual([{ surface: 'youtube.com', kind: 'learning', worthQuarters: 0 }])
  })

  test('leaves no row once every field is removed', async () => {
    await changeSurface('youtube.com', { kind: 'learning' })
    await changeSurface('youtube.com', { kind: null })
    expect(await db.surfaces.count()).toBe(0)
  })

  test('keeps all simultaneous changes', async () => {
    await inProgress('youtube.com')
    await Promise.all([
      changeSurface('youtube.com', { kind: 'learning' }),
      changeSurface('youtube.com', { worthQuarters: 8 }),
      changeSurface('youtube.com', { name: 'Tube' }),
      rememberIconHost('youtube.com', 'www.youtube.com'),
    ])
    expect(await allOpinions()).toEqual([
      {
        surface: 'youtube.com',
        kind: 'learning',
        worthQuarters: 8,
        name: 'Tube',
        iconHost: 'www.youtube.com',
      },
    ])
  })
})

const inProgress = (surface: string) =>
  db.state.put(attention({ open: spanOf({ surface, start: '2026-11-23T10:00:00Z', ms: 5_000 }) }), 'now')

describe('the icon host', () => {
  test('is the last one of the surface in progress', async () => {
    await inProgress('youtube.com')
    expect(await rememberIconHost('youtube.com', 'www.youtube.com')).toBe(true)
    expect(await rememberIconHost('youtube.com', 'm.youtube.com')).toBe(true)
    expect(await allOpinions()).toEqual([{ surface: 'youtube.com', iconHost: 'm.youtube.com' }])
  })

  test('is not stored for a surface that was deleted since it was seen', async () => {
    await inProgress('b.example')
    expect(await rememberIconHost('youtube.com', 'www.youtube.com')).toBe(false)
    await db.state.clear()
    expect(await rememberIconHost('b.example', 'b.example')).toBe(false)
    expect(await allOpinions()).toEqual([])
  })
})

test('recording reads only opinions with a kind, exclusion, join or split, each once', async () => {
  const relevant = [
    { surface: 'a.example', kind: 'work', excluded: 1 },
    { surface: 'b.example', joined: 'a.example' },
    { surface: 'c.example', excluded: 0 },
    { surface: 'd.example/blog', split: '/blog' },
  ] as const
  await db.surfaces.bulkPut([
    ...relevant,
    { surface: 'e.example', worthQuarters: 8, name: 'E' },
    { surface: 'f.example', iconHost: 'www.f.example' },
  ])
  const read = await opinionsForRecording()
  expect(read.toSorted((a, b) => a.surface.localeCompare(b.surface))).toEqual(relevant)
})
