import { LEAST_ANSWERS, type WorthAnswer, type WorthAnswers } from '../../domain/insight/worth-answers'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { fullName } from '../figure/full-name'
import { worthPercent } from '../figure/worth-percent'
import type { FindingWords } from './finding-sentence'

/** `7 of 12`. */
export const countOf = (some: number, all: number): string => t('insight_count_of', whole(some), whole(all))

/** What an hour there counts as, and why. */
const worthNow = ({ profile: { worth }, rated, assumedQuarters, saidQuarters }: WorthAnswer): string =>
  worth.source === 'own'
    ? t('insight_worth_own', worthPercent(worth.worthQuarters))
    : t(
        'insight_worth_now',
        worthPercent(rated.worthQuarters),
        worthPercent(assumedQuarters),
        worthPercent(rated.low),
        worthPercent(rated.high),
        worthPercent(saidQuarters / rated.count),
      )

/** How surely the answers move the worth: how far, in widths of its range. Few answers give a wide one. */
const sureness = ({ rated: { worthQuarters, low, high }, assumedQuarters }: WorthAnswer): number =>
  Math.abs(worthQuarters - assumedQuarters) / (high - low || 1)

/** The surface whose worth the answers move most surely; undefined if none has answers enough. */
const mostSurelyMoved = ({ surfaces }: WorthAnswers): WorthAnswer | undefined =>
  surfaces
    .filter(({ rated }) => rated.count >= LEAST_ANSWERS)
    .toSorted((a, b) => sureness(b) - sureness(a))[0]

/** The surfaces as shown: that of the finding first, so that its picture has it, then the most answers first. */
export function surfacesShown(answers: WorthAnswers): readonly WorthAnswer[] {
  const named = mostSurelyMoved(answers)
  return named ? [named, ...answers.surfaces.filter((other) => other !== named)] : answers.surfaces
}

/** `YouTube: (5 × 0 % + 750 %) ÷ (5 + 5) = 75 %, from 46 % to 104 %.` For the surface that the finding names. */
export function workedWorth(answers: WorthAnswers): string {
  const [shown] = surfacesShown(answers)
  if (!shown) return ''
  const { profile, assumedQuarters, saidQuarters, rated } = shown
  return t(
    'insight_worth_example',
    fullName(profile),
    worthPercent(assumedQuarters),
    worthPercent(saidQuarters),
    whole(rated.count),
    worthPercent(rated.worthQuarters),
    worthPercent(rated.low),
    worthPercent(rated.high),
  )
}

/**
 * `You called 7 of 12 visits to YouTube worth it.` About the surface whose worth the answers move most surely; about all
 * visits, if none has answers enough.
 */
export function worthWords(answers: WorthAnswers): FindingWords {
  const first = mostSurelyMoved(answers)
  if (!first) {
    const count = countOf(answers.worthIt, answers.answered)
    return { text: t('insight_worth_found_all', count), strong: [count] }
  }
  const count = countOf(first.worthIt, first.rated.count)
  const found = t('insight_worth_found', count, fullName(first.profile))
  return { text: `${found} ${worthNow(first)}`, strong: [count] }
}

/** Whose word it is, and how many questions were answered; more were asked than answered. */
export function worthBasis(answered: number, asked: number): string {
  const all = Math.max(answered, asked)
  return all === 0 ? t('insight_your_answers') : t('insight_worth_basis', countOf(answered, all))
}
