import type { Line } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { Amount, Net, netWord } from '../figure/figures'
import { money } from '../figure/format'

interface Props {
  total: Line
  /** Null without a rate. */
  currency: string | null
  hourMinor: number | null
  hidden: boolean
}

/** Cost, return and net; "assumed" links to the details on the page of today. Without a rate, a link to set one. */
export function Totals({ total, currency, hourMinor, hidden }: Props) {
  if (hidden) return null
  if (currency === null) {
    return (
      <section class="rate-missing">
        <p>{t('rate_missing')}</p>
        <a class="button" href="/dashboard.html#/settings/rate" target="_blank">
          {t('rate_missing_button')}
        </a>
      </section>
    )
  }
  const { costMinor, returnMinor, netMinor } = total.money ?? {
    costMinor: 0,
    returnMinor: 0,
    netMinor: 0,
  }
  const word = assumedWord(total)
  return (
    <dl class="totals">
      <div>
        <dt>{hourMinor === null ? t('cost') : t('cost_at', money(hourMinor, currency))}</dt>
        <dd>
          <Amount id="today-cost" minor={costMinor} currency={currency} />
        </dd>
      </div>
      <div>
        <dt>
          {t('returned')}
          {word && ', '}
          {word && (
            <a class="small" href="/dashboard.html#/today" target="_blank">
              {word}
            </a>
          )}
        </dt>
        <dd>
          <Amount id="today-return" minor={returnMinor} currency={currency} />
        </dd>
      </div>
      <div class="net">
        <dt>
          {t('net')}
          <span class="soft">, {netWord(netMinor)}</span>
        </dt>
        <dd>
          <Net id="today-net" minor={netMinor} currency={currency} />
        </dd>
      </div>
    </dl>
  )
}
