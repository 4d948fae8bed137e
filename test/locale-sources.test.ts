/** Every locale comes from one place, because what the browser reports may be no locale at all. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourcesIn } from './fixtures/sources'

const root = dirname(import.meta.dirname)
const files = ['domain', 'storage', 'platform', 'components', 'entrypoints']
  .flatMap((top) => sourcesIn(root, top))
  .filter((path) => /\.tsx?$/.test(path))

const withPattern = (pattern: RegExp): string[] =>
  files.filter((path) => pattern.test(readFileSync(`${root}/${path}`, 'utf8')))

describe('a locale', () => {
  test('is read from the browser in one file', () => {
    expect(withPattern(/navigator\.languages?\b|getUILanguage|getAcceptLanguages/)).toEqual([
      'platform/i18n.ts',
    ])
  })

  test('is parsed in one file, which never throws', () => {
    expect(withPattern(/new Intl\.Locale\b/)).toEqual(['domain/time/language-region.ts'])
  })

  test('is named wherever text is changed or compared by language', () => {
    const INTL = /new Intl\.\w+\((?!locale\(\)|name\.replaceAll)/
    expect(withPattern(INTL)).toEqual([])
    expect(withPattern(/\.toLocale\w+\(\s*\)|\.localeCompare\((?:[^(),]|\([^()]*\))*\)/)).toEqual([])
  })
})
