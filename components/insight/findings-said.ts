/** All findings about a period in sentences, for the statement and its files. */
import type { Scope } from '../../domain/insight/finding'
import type { FindingName, Findings } from '../../domain/insight/findings'
import type { Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { periodName } from '../period/period-name'
import { targetName } from '../rule/target-name'
import { aiBasis, aiWords } from './ai-words'
import { cleanBasis, cleanWords } from './clean-words'
import { driftBasis, driftWords } from './drift-words'
import type { FindingWords } from './finding-sentence'
import { integrityPeriod, integrityWords } from './integrity-words'
import { nightsBasis, nightsWords } from './nights-words'
import { measuredBasis, ownersWords } from './owners-words'
import { takeRangeBasis, takeTimeWords, takeWords } from './take-words'
import { worthBasis, worthWords } from './worth-words'
import { yieldBasis, yieldWords } from './yield-words'

/** A finding as every page and file says it. */
export interface SaidFinding {
  /** The card that it links to. */
  id: FindingName
  /** The question of the card. */
  title: string
  words: FindingWords
  /** How sure the figure is and where it is from, in a few words. */
  basis: string
}

type Sayer = Pick<SaidFinding, 'words' | 'basis'> | null

/** What the sentences depend on besides the findings. */
export interface Telling {
  scope: Scope
  settings: Pick<Settings, 'region' | 'aiGoal' | 'moneyHidden'>
  /** ISO 4217; null without a rate. */
  currency: string | null
}

/** With hidden money, also what a platform earned is left out. */
function takeSaid({ take }: Findings, { scope, settings, currency }: Telling): Sayer {
  if (!take) return null
  const measured = measuredBasis(scope)
  if (settings.moneyHidden) return { words: takeTimeWords(take), basis: measured }
  const basis = takeRangeBasis(take, settings.region, currency)
  return { words: takeWords(take, currency), basis: basis || measured }
}

/** The nights of at least four weeks count, so the basis names them. */
function nightsSaid({ nights }: Findings, { profileOf }: Scope['valuing']): Sayer {
  const [first, last] = [nights?.nights[0], nights?.nights.at(-1)]
  if (!nights || !first || !last) return null
  const basis = nightsBasis(nights, (target) => targetName(target, profileOf))
  const dates = periodName({ unit: 'dates', first: first.day, last: last.day })
  return { words: nightsWords(nights), basis: `${basis} · ${dates}` }
}

/** Every finding that exists, in the order of the cards; no amounts are named if money is hidden. */
export function findingsSaid(findings: Findings, telling: Telling): SaidFinding[] {
  const { yield: earned, worth, drift, ai, owners, clean, integrity } = findings
  const { scope, settings } = telling
  const currency = settings.moneyHidden ? null : telling.currency
  const said: Record<FindingName, Sayer> = {
    take: takeSaid(findings, telling),
    yield: earned && { words: yieldWords(earned, scope.period, currency), basis: yieldBasis(earned) },
    worth: worth && { words: worthWords(worth), basis: worthBasis(worth.answered, worth.asked) },
    drift: drift && { words: driftWords(drift), basis: driftBasis(drift) },
    ai: ai && { words: aiWords(ai, settings.aiGoal), basis: aiBasis() },
    owners: owners && { words: ownersWords(owners), basis: measuredBasis(scope) },
    clean: clean && { words: cleanWords(clean), basis: cleanBasis() },
    nights: nightsSaid(findings, scope.valuing),
    integrity: integrity && {
      words: integrityWords(integrity, settings.moneyHidden),
      basis: integrityPeriod(integrity),
    },
  }
  const names = Object.keys(said) as FindingName[]
  return names.flatMap((id) => {
    const one = said[id]
    return one ? [{ id, title: t(`insight_${id}`), ...one }] : []
  })
}

/** One finding for a picture that is shown to others: without amounts and names of sites; empty if there is none. */
export function sharedFinding({ nights, ai, yield: earned }: Findings, { scope, settings }: Telling): string {
  if (nights) return nightsWords(nights).text
  if (ai) return aiWords(ai, settings.aiGoal).text
  return earned ? yieldWords(earned, scope.period, null).text : ''
}
