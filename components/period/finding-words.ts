import type { PageFinding } from '../../domain/statement/page-finding'
import type { Kind } from '../../domain/surface/kind'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { duration, MINUS, money, signedMoney } from '../figure/format'

const mainly = (words: string, kind: Kind, amount: string): string =>
  t('finding_mainly', words, t(`kind_${kind}`), amount)

const signedTime = (ms: number): string => `${ms < 0 ? MINUS : '+'}${duration(Math.abs(ms))}`

function netWords({ netMinor, main }: PageFinding & { type: 'net' }, currency: string): string {
  if (netMinor === 0) return t('finding_even')
  const words = t(netMinor > 0 ? 'finding_more' : 'finding_less', money(Math.abs(netMinor), currency))
  return main ? mainly(words, main.kind, signedMoney(main.netMinor, currency)) : words
}

function comparedYield(earned: string, moreMinor: number | null, currency: string): string {
  if (moreMinor === null) return earned
  if (moreMinor === 0) return t('finding_usual_same', earned)
  const more = money(Math.abs(moreMinor), currency)
  return t(moreMinor > 0 ? 'finding_usual_more' : 'finding_usual_less', earned, more)
}

function yieldWords(
  { yieldMinor, hourMinor, moreMinor }: PageFinding & { type: 'yield' },
  currency: string,
): string {
  const earned = comparedYield(t('finding_yield', money(yieldMinor, currency)), moreMinor, currency)
  return hourMinor === null ? earned : t('finding_yield_at', earned, money(hourMinor, currency))
}

function timeWords({ timeMs, byMs, main }: PageFinding & { type: 'change' }): string {
  const by = duration(Math.abs(byMs))
  const words = t(byMs > 0 ? 'finding_time_more' : 'finding_time_less', duration(timeMs), by)
  return main ? mainly(words, main.kind, signedTime(main.byMs)) : words
}

function sameWords({ timeMs, main }: PageFinding & { type: 'same' }): string {
  if (!main) return t('finding_same', duration(timeMs))
  return t('finding_same_but', duration(timeMs), t(`kind_${main.kind}`), signedTime(main.byMs))
}

/** What a page found, in one sentence. `currency` is null if no money is shown. */
export function findingWords(found: PageFinding, currency: string | null): string {
  switch (found.type) {
    case 'little':
      return t('finding_little', duration(found.timeMs))
    case 'most': {
      const { kind, kindMs, timeMs } = found
      const name = t(`kind_${kind}`)
      const isAll = kindMs === timeMs
      return `${isAll ? t('finding_only', name, duration(timeMs)) : t('finding_most', name, duration(kindMs), duration(timeMs))}.`
    }
    case 'same':
      return `${sameWords(found)}.`
    case 'change':
      return `${timeWords(found)}.`
    case 'net':
    case 'yield': {
      if (currency === null) return ''
      const words = found.type === 'net' ? netWords(found, currency) : yieldWords(found, currency)
      const assumed = assumedWord(found)
      return `${[words, assumed].filter(Boolean).join(', ')}.`
    }
  }
}
