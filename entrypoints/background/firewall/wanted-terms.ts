import { limitSettings } from '../../../domain/firewall/limit-settings'
import type { LimitTerms } from '../../../domain/firewall/limit-terms'
import { opinionsForLimits } from '../../../domain/firewall/opinions-held'
import { weekStartOf } from '../../../domain/time/week'
import { preferredLanguage } from '../../../platform/i18n'
import { inTime } from '../../../storage/base/in-time'
import { allRates } from '../../../storage/said/rates'
import type { Context, Facts } from '../context'

/** The terms that limits would use without any pending change; null while opinions cannot be read. */
export function createWantedTerms({ facts: read }: Context): () => Promise<LimitTerms | null> {
  let known: { facts: Facts; terms: LimitTerms } | null = null
  return async () => {
    const facts = await read()
    if (facts.trouble) return null
    if (known?.facts === facts) return known.terms
    const terms: LimitTerms = {
      ...limitSettings(facts.settings, weekStartOf(preferredLanguage())),
      rates: await inTime(() => allRates()),
      opinions: opinionsForLimits(facts.opinions),
    }
    known = { facts, terms }
    return terms
  }
}
