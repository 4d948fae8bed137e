import { describe, expect, test } from 'vitest'
import { GRADES, weakerGrade } from '../../../../domain/insight/data/grade'
import {
  factorOf,
  gradeIn,
  PLATFORM_TAKES,
  type PlatformTake,
  REGION_FACTORS,
} from '../../../../domain/insight/data/platform-takes'
import { REGIONS } from '../../../../domain/settings/settings'
import { catalogSite } from '../../../../domain/surface/catalog/catalog'
import { isDay } from '../../../../domain/time/local-time'

const of = (site: string): PlatformTake => PLATFORM_TAKES.find((take) => take.site === site)!

describe('each platform of the table', () => {
  test.each(PLATFORM_TAKES)('$site has whole cents in order, a grade, a source and a date', (take) => {
    const { site, low, central, high, grade, source, checked } = take
    expect(catalogSite(site)).toBeDefined()
    expect(catalogSite(site)?.countryOf).toBeUndefined()
    expect([low, central, high].every((cents) => Number.isInteger(cents) && cents > 0)).toBe(true)
    expect([low, central, high]).toEqual([low, central, high].toSorted((a, b) => a - b))
    expect(GRADES).toContain(grade)
    expect(source.length).toBeGreaterThan(10)
    expect(isDay(checked)).toBe(true)
  })

  test('stands there once', () => {
    expect(new Set(PLATFORM_TAKES.map(({ site }) => site)).size).toBe(PLATFORM_TAKES.length)
  })

  test('LinkedIn has no figure, because its revenue is not sold attention', () => {
    expect(of('linkedin.com')).toBeUndefined()
  })
})

describe('a region', () => {
  test('each has a factor from 1 to 100 %', () => {
    expect(Object.keys(REGION_FACTORS)).toEqual([...REGIONS])
    expect(
      Object.values(REGION_FACTORS).every(
        (factor) => Number.isInteger(factor) && factor > 0 && factor <= 100,
      ),
    ).toBe(true)
  })

  test('scales advertising, but not what a member pays', () => {
    expect(factorOf(of('tiktok.com'), 'europe')).toBe(30)
    expect(factorOf(of('netflix.com'), 'europe')).toBe(100)
  })

  test.each([
    ['facebook.com', 'usCanada', 'A'],
    ['facebook.com', 'europe', 'B'],
    ['instagram.com', 'asiaPacific', 'B'],
    ['tiktok.com', 'usCanada', 'B−'],
    ['tiktok.com', 'europe', 'D'],
    ['netflix.com', 'rest', 'B'],
  ] as const)('the figure of %s in %s has the grade %s', (site, region, grade) => {
    expect(gradeIn(of(site), region)).toBe(grade)
  })
})

test('of two grades, the weaker one is further from A', () => {
  expect(weakerGrade('B', 'B−')).toBe('B−')
  expect(weakerGrade('D', 'A')).toBe('D')
})
