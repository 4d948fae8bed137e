import type { Line } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { Amount, Net, netWord } from '../figure/figures'
import { duration, isoDuration, money } from '../figure/format'

interface Props {
  timeMs: number
  total: Line
  /** Null without a rate. */
  currency: string | null
  hourMinor: number | null
  hidden: boolean
}

/** `3 h 42 min` with small units. */
const LargeTime = ({ ms }: { ms: number }) => (
  <time id="today-time" class="figure" dateTime={isoDuration(ms)}>
    {duration(ms)
      .split(/(\P{N}+)/u)
      .map((part, index) => (index % 2 === 1 ? <small key={index}>{part}</small> : part))}
  </time>
)

const NOTHING = { costMinor: 0, returnMinor: 0, netMinor: 0 }

/**
 * The time with its net beside it, then cost and return; "assumed" links to the details on the page of today. Without
 * a rate, a link to set one.
 */
export function Totals({ timeMs, total, currency, hourMinor, hidden }: Props) {
  const { costMinor, returnMinor, netMinor } = total.money ?? NOTHING
  const word = assumedWord(total)
  const showsMoney = !hidden && currency !== null
  return (
    <section class="totals">
      <div class="sum">
        <LargeTime ms={timeMs} />
        {showsMoney && (
          <p class="net">
            <Net id="today-net" minor={netMinor} currency={currency} />
            <span class="soft">
              {t('net')}, {netWord(netMinor)}
            </span>
          </p>
        )}
      </div>
      {showsMoney && (
        <dl>
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
        </dl>
      )}
      {!hidden && currency === null && (
        <p class="rate-missing">
          <span>{t('rate_missing')}</span>
          <a class="button" href="/dashboard.html#/settings/rate" target="_blank">
            {t('rate_missing_button')}
          </a>
        </p>
      )}
    </section>
  )
}
