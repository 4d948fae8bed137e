import { isFocusId } from '../../domain/firewall/focus'
import type { Pass, PassesTaken } from '../../domain/firewall/pass'
import { pricesOf } from '../../domain/statement/limits-kept'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Amount, Time } from '../figure/figures'
import { duration, timeOfWeek } from '../figure/format'
import { type NameOf, targetsText } from '../rule/rule-sentence'

interface Props {
  taken: PassesTaken
  /** The first day of the week. */
  first: Day
  /** Null if no money is shown. */
  currency: string | null
  nameOf: NameOf
}

function Price({ pass, currency }: { pass: Pass; currency: string | null }) {
  if (currency === null || pass.priceMinor === null || pass.currency === null) return null
  return (
    <>
      <Amount minor={pass.priceMinor} currency={pass.currency} />
      {pass.type === 'day' && ` ${t('pass_an_hour')}`}
    </>
  )
}

/** What the passes cost together, a line for each currency in which they were taken. */
function Totals({ passes, currency }: { passes: readonly Pass[]; currency: string }) {
  const prices = pricesOf(passes)
  const totals = prices.length > 0 ? prices : [{ priceMinor: 0, currency }]
  return (
    <tfoot>
      {totals.map((total) => (
        <tr key={total.currency}>
          <th scope="row" colSpan={3}>
            {t('total')}
          </th>
          <td class="number">
            <Amount minor={total.priceMinor} currency={total.currency ?? currency} />
          </td>
        </tr>
      ))}
    </tfoot>
  )
}

/** The passes of this week, the latest first, and what they cost. */
export function PassLog({ taken, first, currency, nameOf }: Props) {
  const passes = taken.passes.filter(({ day }) => day >= first).toSorted((a, b) => b.at - a.at)
  if (passes.length === 0) return <p class="soft">{t('firewall_no_passes')}</p>
  const ruleOf = (id: string) => taken.rules.find((rule) => rule.id === id)
  return (
    <table class="passes">
      <thead>
        <tr>
          <th scope="col">{t('firewall_pass_when')}</th>
          <th scope="col">{t('firewall_pass_rule')}</th>
          <th scope="col" class="number">
            {t('firewall_pass_length')}
          </th>
          {currency !== null && (
            <th scope="col" class="number">
              {t('firewall_pass_price')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {passes.map((pass) => {
          const rule = ruleOf(pass.rule)
          return (
            <tr key={`${pass.rule} ${pass.at}`}>
              <th scope="row">
                <time dateTime={new Date(pass.at).toISOString()}>{timeOfWeek(pass.at)}</time>
              </th>
              <td>
                {rule ? targetsText(rule, nameOf) : t(isFocusId(pass.rule) ? 'focus' : 'firewall_rule_gone')}
              </td>
              <td class="number">
                {pass.type === 'day' ? (
                  t('pass_day')
                ) : (
                  <Time ms={pass.until - pass.at} format={(ms) => duration(ms)} />
                )}
              </td>
              {currency !== null && (
                <td class="number">
                  <Price pass={pass} currency={currency} />
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
      {currency !== null && <Totals passes={passes} currency={currency} />}
    </table>
  )
}
