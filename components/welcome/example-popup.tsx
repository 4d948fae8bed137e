import { exampleDay } from '../../domain/statement/example-day'
import { t } from '../../platform/i18n'
import { duration, money } from '../figure/format'
import { KindBar } from '../figure/kind-bar'
import { SurfaceList } from '../popup/surface-list'
import { Totals } from '../popup/totals'
import '../popup/popup.css'
import '../popup/rows.css'
import './example-popup.css'

/** Nothing in the example can be used. */
const unused = () => Promise.reject(new Error('an example'))
const LIMITING = { status: unused, preview: unused, put: unused }
const NO_ICONS = { urlOf: () => null, unknownUrl: null }

interface Props {
  /** Minor units; null for no amounts. */
  hourMinor: number | null
  currency: string
}

/** The popup of an invented day, priced with what is typed. Its sentence says the same to those who cannot see it. */
export function ExamplePopup({ hourMinor, currency }: Props) {
  const { total, kinds, surfaces } = exampleDay(hourMinor, currency)
  const shown = hourMinor === null ? null : currency
  return (
    <figure class="example">
      <figcaption>{t('welcome_example')}</figcaption>
      <div class="popup" inert>
        <p class="example-day">{t('today')}</p>
        <Totals
          timeMs={total.timeMs}
          total={total}
          currency={shown}
          hourMinor={hourMinor}
          hidden={shown === null}
        />
        <KindBar kinds={kinds} current={undefined} runningMs={0} />
        <SurfaceList
          lines={surfaces}
          current={null}
          runningMs={0}
          currency={shown}
          icons={NO_ICONS}
          onDescribe={() => undefined}
          limiting={LIMITING}
          instead={null}
          questions={null}
        />
      </div>
      {hourMinor !== null && total.money && (
        <p class="only-read">
          {t(
            'welcome_example_cost',
            money(hourMinor, currency),
            duration(total.timeMs),
            money(total.money.costMinor, currency),
            money(total.money.returnMinor, currency),
          )}
        </p>
      )}
    </figure>
  )
}
