import { type ForeignImport, reachOf } from '../../domain/file/foreign/foreign-rows'
import { TOTAL_BROWSERS, type TotalBrowser } from '../../domain/record/day-total'
import { t } from '../../platform/i18n'
import { shortDay } from '../figure/numbers'
import { useOwnId } from '../form/use-own-id'

interface BrowserProps {
  browser: TotalBrowser
  /** Whether the file says when, so that moments can be told apart. */
  hasSpans: boolean
  onChoose: (browser: TotalBrowser) => void
}

/** Whether the file is from this browser, which no file says. */
export function BrowserChoice({ browser, hasSpans, onChoose }: BrowserProps) {
  const name = useOwnId()
  return (
    <fieldset class="modes">
      <legend>{t('bring_browser')}</legend>
      {TOTAL_BROWSERS.map((one) => (
        <label key={one} class="choice">
          <input type="radio" name={name} checked={browser === one} onChange={() => onChoose(one)} />
          <span>
            {hasSpans && one === 'this' ? t('bring_this_browser_spans') : t(`bring_${one}_browser`)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface DatesProps {
  readings: readonly ForeignImport[]
  which: number
  onChoose: (which: number) => void
}

/** In which way dates such as 3/4/2026 are meant. */
export function DatesChoice({ readings, which, onChoose }: DatesProps) {
  const name = useOwnId()
  return (
    <fieldset class="modes">
      <legend>{t('bring_dates')}</legend>
      {readings.map((reading, index) => {
        const reach = reachOf(reading)
        return (
          <label key={index} class="choice">
            <input type="radio" name={name} checked={which === index} onChange={() => onChoose(index)} />
            <span>{reach && t('bring_dates_reach', shortDay(reach.first), shortDay(reach.last))}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
