/** The documents name files that exist, and decisions have one form. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8')
const exists = (path: string): boolean =>
  path.includes('*')
    ? globSync(path, { cwd: root }).length > 0
    : [path, `${path}.ts`].some((name) => existsSync(`${root}/${name}`))

const pages = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && !/^(?:\..*|node_modules|coverage)$/.test(entry.name) ? [entry.name] : [],
)

const FENCED = /^```[^\n]*\n(?<inside>[\s\S]*?)^```$/gm
const prose = (text: string): string => text.replaceAll(FENCED, '')

/** Whether a word of code means a file or folder of the repository. */
const isPath = (word: string): boolean =>
  /^[\w@.*{},/-]+$/.test(word) &&
  (folders.some((folder) => word.startsWith(`${folder}/`)) || /\.(?:tsx?|mjs|css|md|yml)$/.test(word))

/** The paths that a page names in code, from the root of the repository. */
const namedIn = (text: string): string[] =>
  [...prose(text).matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/\s+/).filter(isPath))

interface Link {
  to: string
  anchor: string
}

/** The files of ours to which a page links, from the root. */
const linksIn = (path: string, text: string): Link[] =>
  [...prose(text).matchAll(/\]\((?<to>[^)#\s]*)(?:#(?<anchor>[^)\s]*))?\)/g)]
    .map(({ groups }) => ({ to: groups?.['to'] ?? '', anchor: groups?.['anchor'] ?? '' }))
    .filter(({ to }) => !/^[a-z]+:/.test(to))
    .map(({ to, anchor }) => ({
      to: to === '' ? path : posix.join(posix.dirname(path), to),
      anchor,
    }))

const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )

/** The folders that a drawn tree names, from the root: two spaces more are a folder inside. */
function foldersIn(tree: string): string[] {
  let parent = ''
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = /^( *)((?:[\w-]+\/ ?)+)/.exec(line) ?? []
    const inside = indent === '' ? '' : parent
    const named = names.split(' ').filter(Boolean)
    if (indent === '') parent = named[0] ?? ''
    return named.map((name) => inside + name)
  })
}

describe('reading a page', () => {
  test('finds paths in code, globs and commands, and nothing else', () => {
    const text =
      '`domain/a.ts` `youtube.com/shorts` `zeitwert-2026.json` `npx x test/a.test.ts` `public/*/b.json` `wxt.config.ts` `a → b`'
    expect(namedIn(text)).toEqual(['domain/a.ts', 'test/a.test.ts', 'public/*/b.json', 'wxt.config.ts'])
  })

  test('finds links relative to the page, and their anchors', () => {
    expect(linksIn('docs/a.md', '[a](../b.md) [b](#c) [c](https://example.org) [d](d/e.md#f)')).toEqual([
      { to: 'b.md', anchor: '' },
      { to: 'docs/a.md', anchor: 'c' },
      { to: 'docs/d/e.md', anchor: 'f' },
    ])
  })

  test('finds folders in a drawn tree', () => {
    expect(foldersIn('domain/   x\n  time/   y\nwall/ welcome/   z')).toEqual([
      'domain/',
      'domain/time/',
      'wall/',
      'welcome/',
    ])
  })
})

test.each(pages)('every path in %s exists', (path) => {
  expect(namedIn(read(path)).filter((named) => !exists(named))).toEqual([])
})

test.each(pages)('every link in %s leads somewhere', (path) => {
  const broken = linksIn(path, read(path)).filter(
    ({ to, anchor }) => !exists(to) || (anchor !== '' && !anchorsOf(read(to)).includes(anchor)),
  )
  expect(broken).toEqual([])
})

describe('CONTRIBUTING', () => {
  const text = read('CONTRIBUTING.md')
  const [, tree = ''] = /^## Tree\n+```\n([\s\S]*?)^```$/m.exec(text) ?? []

  test('has fewer than 900 words', () => {
    expect(text.split(/\s+/).length).toBeLessThan(900)
  })

  test('draws folders that exist', () => {
    const drawn = foldersIn(tree)
    expect(drawn.length).toBeGreaterThan(10)
    expect(drawn.filter((folder) => !exists(folder))).toEqual([])
  })

  test('draws every top folder, and every folder of domain', () => {
    const subjects = readdirSync(`${root}/domain`, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    const wanted = [...folders.map((name) => `${name}/`), ...subjects.map(({ name }) => `domain/${name}/`)]
    expect(wanted.filter((folder) => !foldersIn(tree).includes(folder))).toEqual([])
  })
})

describe('decisions', () => {
  const SECTIONS = ['Context', 'Decision', 'Consequences', 'How to undo it']
  const decisions = readdirSync(`${root}/docs/decisions`)
    .filter((name) => name !== 'README.md')
    .toSorted()

  const titleOf = (name: string): string => /^# (.+)$/m.exec(read(`docs/decisions/${name}`))?.[1] ?? ''

  test('have numbers without gaps and names in kebab-case', () => {
    const wrong = decisions.filter(
      (name, index) =>
        !/^\d{3}(?:-[a-z0-9]+)+\.md$/.test(name) || !name.startsWith(String(index + 1).padStart(3, '0')),
    )
    expect(wrong).toEqual([])
  })

  test.each(decisions)('%s has its number, four sections and at most 40 lines', (name) => {
    const text = read(`docs/decisions/${name}`)
    const parts = text.split(/^## /m).slice(1)
    expect(titleOf(name)).toMatch(new RegExp(`^${name.slice(0, 3)}\\. \\S`))
    expect(parts.map((part) => part.slice(0, part.indexOf('\n')))).toEqual(SECTIONS)
    expect(parts.filter((part) => part.trim().split('\n').length < 2)).toEqual([])
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
  })

  test('are listed in the index, in order, by their titles', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/^- \[(\d{3})\]\((.+?)\) (.+)$/gm)]
    expect(listed.map(([, number, file, title]) => [file, `${number}. ${title}`])).toEqual(
      decisions.map((name) => [name, titleOf(name)]),
    )
  })
})

test('the form for wrong figures names what the settings call the export of a day', () => {
  const form = read('.github/ISSUE_TEMPLATE/wrong-figures.yml')
  const english = JSON.parse(read('public/_locales/en/messages.json')) as Record<string, { message: string }>
  for (const key of ['data', 'data_what_json', 'data_export_range'])
    expect(form).toContain(`_${english[key]?.message}_`)
})
