/** Checks that every language has the same messages and that every message is used. */
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOUR_TYPES } from '../domain/value/hour-types'
import { KINDS } from '../domain/surface/kind'
import { AI_GOALS, BADGES, NUDGES, THEMES } from '../domain/settings/settings'
import { WORTHS } from '../domain/surface/worth'

const root = dirname(import.meta.dirname)
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

type Messages = Record<string, { message: string; description?: string; placeholders?: unknown }>

const languages = readdirSync(`${root}/public/_locales`)
const messagesOf = (language: string) =>
  JSON.parse(read(`public/_locales/${language}/messages.json`)) as Messages
const english = messagesOf('en')
const keys = Object.keys(english)

const placeholders = (message: string) => [...new Set(message.match(/\$\d/g))].toSorted()

describe.each(languages)('%s', (language) => {
  const messages = messagesOf(language)

  test('has exactly the English keys, in the same order', () => {
    expect(Object.keys(messages)).toEqual(keys)
  })

  test('has the same placeholders in every message', () => {
    const differing = keys.filter(
      (key) =>
        placeholders(messages[key]?.message ?? '').join() !==
        placeholders(english[key]?.message ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  test('has no empty message and none with space around it', () => {
    const bad = Object.entries(messages).filter(
      ([, { message }]) => message === '' || message !== message.trim(),
    )
    expect(bad).toEqual([])
  })

  test('has plural forms in pairs', () => {
    const forms = Object.keys(messages).flatMap(
      (key) => /^(.+)_(one|other)$/.exec(key)?.slice(1, 3).join(' ') ?? [],
    )
    // `kind_other` is a kind, not a plural.
    const bases = forms.map((form) => form.split(' ')[0] as string).filter((base) => base !== 'kind')
    for (const base of bases)
      expect(Object.keys(messages)).toEqual(expect.arrayContaining([`${base}_one`, `${base}_other`]))
  })

  test('names its own language in `locale`', () => {
    expect(messages['locale']?.message).toBe(language.replace('_', '-'))
  })

  test('names the pages of a limit first in the popup, so that only a long name is cut off', () => {
    for (const key of ['limit_rule', 'limit_until'])
      expect(messages[key]?.message).toMatch(/^\$1[^$]*\$2[^$]*$/)
  })

  test('has no two placeholders side by side: Chromium takes what is between two $ for a name', () => {
    const named = Object.values(messages).filter(({ message }) => /\$\w+\$/.test(message))
    expect(named).toEqual([])
  })

  test('uses every $ for a placeholder, in order from $1', () => {
    for (const { message } of Object.values(messages)) {
      expect(message.replace(/\$[1-9]/g, '')).not.toContain('$')
      expect(placeholders(message)).toEqual(placeholders(message).map((_, i) => `$${i + 1}`))
    }
  })
})

/** The values that a variable key part may take, if the domain lists them. Other parts may be anything. */
const LISTS: Record<string, readonly string[]> = {
  kind_: KINDS,
  worth_: WORTHS.map(({ name }) => name),
  badge_: BADGES,
  theme_: THEMES,
  hours_: HOUR_TYPES,
  insight_ai_: AI_GOALS,
  insight_ai_goal_: AI_GOALS,
  nudge_: NUDGES,
  nudge_goal_: AI_GOALS,
}

const code = globSync('{components,domain,entrypoints,platform}/**/*.{ts,tsx,html}', { cwd: root })
  .concat('wxt.config.ts')
  .map((path) => ({ path, text: read(path) }))

const found = (pattern: RegExp): string[] => [
  ...new Set(code.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, what = '']) => what))),
]

/** Keys with a variable part, such as `kind_${kind}`, as patterns. */
const templates = found(/\bt\(\s*`([^`]*\$\{[^`]*)`/g)
  .filter((template) => /^\w+_\$\{/.test(template))
  .map((template) => {
    const list = LISTS[template.slice(0, template.indexOf('$'))]
    const variablePart = list ? `(?:${list.join('|')})` : '\\w+'
    return {
      template,
      pattern: new RegExp(`^${template.replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, variablePart)}$`),
    }
  })

describe('messages used in the code', () => {
  const called = found(/\bt\(\s*'(\w+)'/g)
  const counted = found(/\btn\(\s*'(\w+)'/g)
  const inManifest = found(/__MSG_(\w+)__/g)
  const quoted = new Set(found(/'(\w+)'/g))

  test('are found in calls, plurals, templates and the manifest', () => {
    expect([called.length, counted.length, templates.length, inManifest.length].map(Math.sign)).toEqual([
      1, 1, 1, 1,
    ])
  })

  test('exist', () => {
    const used = [...called, ...inManifest, ...counted.flatMap((base) => [`${base}_one`, `${base}_other`])]
    expect(used.filter((key) => !keys.includes(key))).toEqual([])
  })

  test('match at least one message if their key has a variable part', () => {
    const unmatched = templates.filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
    expect(unmatched.map(({ template }) => template)).toEqual([])
  })

  test('exist for each member of a list in the domain', () => {
    for (const [prefix, members] of Object.entries(LISTS)) {
      const missing = members.filter((member) => !keys.some((key) => key.startsWith(`${prefix}${member}`)))
      expect(missing).toEqual([])
    }
  })

  test('include every message', () => {
    const isUsed = (key: string) =>
      quoted.has(key) ||
      inManifest.includes(key) ||
      (/_(?:one|other)$/.test(key) && quoted.has(key.replace(/_(?:one|other)$/, ''))) ||
      templates.some(({ pattern }) => pattern.test(key))
    expect(keys.filter((key) => !isUsed(key))).toEqual([])
  })
})

test('no two languages have the same name', () => {
  const names = languages.map((language) => messagesOf(language)['locale']?.message)
  expect(new Set(names).size).toBe(languages.length)
})
