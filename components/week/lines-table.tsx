import type { SurfaceLine } from '../../domain/statement/statement'
import { shownTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { ColumnTime, tone } from '../figure/figures'
import { decimal } from '../figure/format'
import { fullName } from '../figure/full-name'
import { currencySign, signedPlainAmount } from '../figure/numbers'

interface Props {
  id: string
  title: string
  lines: readonly SurfaceLine[]
  currency: string
  /** Shown if there are no lines. */
  none: string
}

/** The surfaces with the highest profit, or with the highest loss. */
export function LinesTable({ id, title, lines, currency, none }: Props) {
  const shown = shownTimes(lines.map(({ timeMs }) => timeMs))
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lines.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <table class="week-lines" aria-labelledby={id}>
          <thead class="only-read">
            <tr>
              <th scope="col">{t('site')}</th>
              <th scope="col">{t('time')}</th>
              <th scope="col">
                {t('net')} {currencySign(currency)}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ profile, timeMs, money }, row) => (
              <tr key={profile.surface} data-surface={profile.surface}>
                <th scope="row">{fullName(profile)}</th>
                <td class="number soft">
                  <ColumnTime ms={timeMs} shownMs={shown[row] ?? 0} />
                </td>
                <td class="number">
                  {money && (
                    <data value={decimal(money.netMinor, currency)} class={tone(money.netMinor)}>
                      {signedPlainAmount(money.netMinor, currency)}
                    </data>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
