import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { columnDuration, decimal, duration, isoDuration, money, signedMoney } from './format'

interface TimeProps {
  ms: number
  id?: string
  class?: string
  /** How the time is written; `3 h 42 min` unless said otherwise. */
  format?: (ms: number) => string
}

export const Time = ({ ms, format = duration, ...rest }: TimeProps) => (
  <time dateTime={isoDuration(ms)} {...rest}>
    {format(ms)}
  </time>
)

/** A time in a column; seconds are written softer, so that nobody takes them for hours. */
export const ColumnTime = ({ ms, shownMs }: { ms: number; shownMs: number }) => (
  <Time ms={ms} class={shownMs < MINUTE_MS ? 'soft' : ''} format={() => columnDuration(shownMs)} />
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

/** Beside its sign, the colour of a profit or loss; what is even is quiet. */
export const tone = (minor: number): string => (minor < 0 ? 'loss' : minor > 0 ? 'gain' : 'soft')

/** Profit or loss: told by its sign and, beside that, by colour. */
export const Net = ({ minor, currency, ...rest }: AmountProps) => (
  <data value={decimal(minor, currency)} class={tone(minor)} {...rest}>
    {signedMoney(minor, currency)}
  </data>
)

/** Profit or loss in a word. */
export const netWord = (minor: number): string =>
  t(minor < 0 ? 'at_a_loss' : minor > 0 ? 'at_a_profit' : 'even')

/** The same with its word for those who hear it. */
export const ToldNet = (props: AmountProps) => (
  <>
    <Net {...props} />
    <span class="only-read"> {netWord(props.minor)}</span>
  </>
)
