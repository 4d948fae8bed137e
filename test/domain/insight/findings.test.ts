import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isMissing } from '../../../domain/insight/finding'
import { findingsOf, QUESTIONS } from '../../../domain/insight/findings'
import { hourYieldOf } from '../../../domain/insight/hour-yield'
import { nightsOf } from '../../../domain/insight/nights'
import { takeOf } from '../../../domain/insight/take'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { FULL_SETTINGS, fullScope } from '../../fixtures/full-scope'
import { scopeOf } from '../../fixtures/scope'

const namesOf = (findings: ReturnType<typeof findingsOf>): string[] =>
  Object.entries(findings).flatMap(([name, found]) => (found === null ? [] : [name]))

test('with enough data and a bedtime, everything is found', () => {
  const findings = findingsOf(fullScope(), FULL_SETTINGS)
  expect(namesOf(findings)).toEqual([...QUESTIONS, 'integrity'])
})

test('without any record nothing is found', () => {
  expect(namesOf(findingsOf(scopeOf([], { recordedSince: null }), DEFAULT_SETTINGS))).toEqual([])
})

test('each finding is that of its own question, by what the person said', () => {
  const scope = fullScope()
  const { take, yield: earned, nights } = findingsOf(scope, FULL_SETTINGS)
  expect(take).toEqual(takeOf(scope, 'europe'))
  expect(earned).toEqual(hourYieldOf(scope))
  expect(nights).toEqual(nightsOf(scope, FULL_SETTINGS.bedtime))
  const unsaid = findingsOf(scope, { ...FULL_SETTINGS, region: null, bedtime: null })
  expect(unsaid.take?.total.earned).toBeNull()
  expect(unsaid.nights).toBeNull()
})

test('a record that goes further back than eight weeks changes no finding', () => {
  const findings = findingsOf(fullScope(), FULL_SETTINGS)
  expect(findingsOf(fullScope(200), FULL_SETTINGS)).toEqual(findings)
})

test('no finding is what is missing', () => {
  const findings = Object.values(findingsOf(scopeOf([]), DEFAULT_SETTINGS))
  expect(findings.filter((one) => one !== null && isMissing(one))).toEqual([])
})

test('every finding has a card of its name to link to', () => {
  const folder = `${import.meta.dirname}/../../../components/insight`
  const cards = readdirSync(folder).filter((file) => file.endsWith('-card.tsx'))
  const ids = cards.flatMap(
    (file) => /<InsightCard\s+id="(\w+)"/.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1] ?? [],
  )
  expect(ids.toSorted()).toEqual([...QUESTIONS, 'integrity'].toSorted())
})
