import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { columnDuration, decimal, duration, isoDuration, money, signedMoney, spokenDuration } from './format'

interface TimeProps {
  ms: number
  id?: string
  class?: string
  /** `3 h 42 min` by default. */
  format?: (ms: number) => string
}

export const Time = ({ ms, format = duration, ...rest }: TimeProps) => (
  <time dateTime={isoDuration(ms)} {...rest}>
    {format(ms)}
  </time>
)

/** A time in a column, said in words. Seconds are dimmed, so that nobody takes them for hours. */
export const ColumnTime = ({ ms, shownMs }: { ms: number; shownMs: number }) => (
  <span class="said">
    <time dateTime={isoDuration(ms)} class={shownMs < MINUTE_MS ? 'soft' : ''} aria-hidden="true">
      {columnDuration(shownMs)}
    </time>
    <span class="only-read">{spokenDuration(shownMs)}</span>
  </span>
)

interface AmountProps {
  minor: number
  currency: string
  id?: string
}

export const Amount = ({ minor, currency, ...rest }: AmountProps) => (
  <data value={decimal(minor, currency)} {...rest}>
    {money(minor, currency)}
  </data>
)

/** The class that colours a profit or a loss; zero is dimmed. */
export const tone = (minor: number): string => (minor < 0 ? 'loss' : minor > 0 ? 'gain' : 'soft')

/** Profit or loss, shown by its sign and, in addition, by colour. */
export const Net = ({ minor, currency, ...rest }: AmountProps) => (
  <data value={decimal(minor, currency)} class={tone(minor)} {...rest}>
    {signedMoney(minor, currency)}
  </data>
)

/** In place of a figure that depends on a worth that nobody knows. */
export const UnknownFigure = () => (
  <>
    <span class="soft" aria-hidden="true">
      –
    </span>
    <span class="only-read">{t('unknown')}</span>
  </>
)

/** Profit or loss in a word. */
export const netWord = (minor: number): string =>
  t(minor < 0 ? 'at_a_loss' : minor > 0 ? 'at_a_profit' : 'even')

/** The same, with the word for screen readers. */
export const NetWithWord = (props: AmountProps) => (
  <>
    <Net {...props} />
    <span class="only-read"> {netWord(props.minor)}</span>
  </>
)
