/** The order of the folders: which folder may import which, and that one name means one thing. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importedFiles, sourcesIn } from './fixtures/sources'

const root = dirname(import.meta.dirname)

/** From left to right; a folder imports only folders further left, never its neighbours in the same column. */
const ORDER = {
  domain: [
    ['time', 'surface'],
    ['record', 'settings'],
    ['value'],
    ['firewall'],
    ['statement'],
    ['insight'],
    ['file'],
    ['devices'],
  ],
  storage: [['base'], ['firewall', 'said'], ['record'], ['statement', 'bulk']],
} as const

/** Folders that will come with what needs them. */
const NOT_YET = new Set<string>()

const columnOf = (folder: string, order: readonly (readonly string[])[]): number =>
  order.findIndex((column) => column.includes(folder))

const folderOf = (path: string): string => path.split('/')[1] ?? ''
const isInFolder = (path: string): boolean => path.split('/').length > 2

describe.each(Object.entries(ORDER))('%s', (top, order) => {
  const files = sourcesIn(root, top).filter((path) => /\.tsx?$/.test(path))

  test('has the folders of its order and no others', () => {
    const found = new Set(files.filter(isInFolder).map(folderOf))
    const named = order.flat().filter((folder) => !NOT_YET.has(`${top}/${folder}`))
    expect([...found].toSorted()).toEqual(named.toSorted())
  })

  test('a folder imports only folders to its left', () => {
    const wrong = files.filter(isInFolder).flatMap((path) =>
      importedFiles(root, path)
        .filter((to) => to.startsWith(`${top}/`) && isInFolder(to) && folderOf(to) !== folderOf(path))
        .filter((to) => columnOf(folderOf(to), order) >= columnOf(folderOf(path), order))
        .map((to) => `${path} → ${to}`),
    )
    expect(wrong).toEqual([])
  })
})

test('the root of domain holds what every folder may import, which imports nothing', () => {
  const atRoot = sourcesIn(root, 'domain').filter((path) => !isInFolder(path))
  expect(atRoot).toEqual(['domain/own-error.ts', 'domain/watchable.ts', 'domain/written.ts'])
  expect(atRoot.flatMap((path) => importedFiles(root, path))).toEqual([])
  expect(sourcesIn(root, 'storage').filter((path) => !isInFolder(path))).toEqual([])
})

test('of two folders of the background at most one imports the other', () => {
  const arrows = new Set(
    sourcesIn(root, 'entrypoints/background').flatMap((path) =>
      importedFiles(root, path)
        .filter((to) => to.startsWith('entrypoints/background/'))
        .map((to) => [path.split('/')[2], to.split('/')[2]])
        .filter(([from, to]) => from !== to && !from?.endsWith('.ts') && !to?.endsWith('.ts'))
        .map(([from, to]) => `${from} → ${to}`),
    ),
  )
  const mutual = [...arrows].filter((arrow) => arrows.has(arrow.split(' → ').toReversed().join(' → ')))
  expect(arrows.size).toBeGreaterThan(2)
  expect(mutual).toEqual([])
})

test('an exported name is declared once', () => {
  const EXPORTED =
    /^export (?:async )?(?:function\*?|const|let|class|interface|type) (?<name>\w+)|^export \{ (?<list>[^}]+) \}$/gm
  const places = new Map<string, string[]>()
  for (const top of ['domain', 'storage', 'platform', 'components', 'entrypoints']) {
    for (const path of sourcesIn(root, top).filter((file) => /\.tsx?$/.test(file))) {
      for (const { groups } of readFileSync(`${root}/${path}`, 'utf8').matchAll(EXPORTED)) {
        const names = groups?.['name'] ? [groups['name']] : (groups?.['list'] ?? '').split(', ')
        for (const name of names) places.set(name, [...(places.get(name) ?? []), path])
      }
    }
  }
  expect(places.size).toBeGreaterThan(500)
  expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([])
})
