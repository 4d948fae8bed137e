import type { Ref } from 'preact'
import type { WallFacts } from '../../domain/firewall/firewall-status'
import type { PassOffer } from '../../domain/firewall/pass'
import { isWaitedFor, LENGTH_MS, WAITS, type WaitedPass } from '../../domain/firewall/passes'
import { t } from '../../platform/i18n'
import { Amount, Time } from '../figure/figures'
import { duration, timeOfDay } from '../figure/format'
import { useFocusAfter } from '../form/use-focus-after'
import { useNow } from '../page/use-live'
import { WallWait } from './wall-wait'

interface Shared {
  /** Whether money is hidden; null until that is known. */
  isHidden: boolean | null
  onPass: (offer: PassOffer) => void
  onAskForPass: (type: WaitedPass) => void
  onDropPass: (type: WaitedPass) => void
}

interface Props extends Shared {
  facts: WallFacts
}

interface PriceProps {
  offer: PassOffer
  isHidden: boolean | null
}

/** What a pass costs: money, or time if money is hidden. */
function Price({ offer: { type, until, priceMinor, currency }, isHidden }: PriceProps) {
  if (isHidden === null) return null
  if (isHidden)
    return (
      <span class="number">
        {type === 'day' ? t('pass_up_to', duration(until - Date.now())) : <Time ms={LENGTH_MS[type]} />}
      </span>
    )
  return priceMinor === null || currency === null ? null : (
    <span class="number">
      <Amount minor={priceMinor} currency={currency} />
      {type === 'day' && ` ${t('pass_an_hour')}`}
    </span>
  )
}

/** What a pass is called. The one for the day ends with the day, which may be before the page opens by itself. */
const passWords = ({ type, until }: PassOffer): string =>
  type === 'day' ? t('pass_day_until', timeOfDay(until)) : t(`pass_${type}`)

interface PassProps extends PriceProps {
  words?: string
  focused?: Ref<HTMLButtonElement>
  onClick: () => void
}

const PassRow = ({ words, focused, onClick, ...price }: PassProps) => (
  <button ref={focused ?? null} type="button" class="pass" onClick={onClick}>
    <span>{words ?? passWords(price.offer)}</span>
    <Price {...price} />
  </button>
)

interface WaitedProps extends Shared {
  offer: PassOffer
  type: WaitedPass
  /** Null if nobody asked for it. */
  readyAt: number | null
}

/** A pass that one asks for, waits for and then takes, with a way back until then. */
function WaitedPassRow({ offer, type, readyAt, isHidden, onPass, onAskForPass, onDropPass }: WaitedProps) {
  const now = useNow()
  const focused = useFocusAfter(readyAt !== null)
  const { waitMs } = WAITS[type]
  if (readyAt === null)
    return <PassRow {...{ offer, isHidden, focused }} onClick={() => onAskForPass(type)} />
  const leftMs = Math.min(waitMs, Math.max(0, readyAt - now))
  return (
    <>
      {leftMs > 0 && (
        <p class="pass asked">
          <span>{passWords(offer)}</span>
          <Price {...{ offer, isHidden }} />
        </p>
      )}
      <WallWait leftMs={leftMs} wholeMs={waitMs}>
        <PassRow
          {...{ offer, isHidden }}
          words={type === 'day' ? t('pass_day_now', timeOfDay(offer.until)) : t('pass_emergency_now')}
          onClick={() => onPass(offer)}
        />
      </WallWait>
      <button ref={focused} type="button" class="pass-back" onClick={() => onDropPass(type)}>
        {t('cancel')}
      </button>
    </>
  )
}

/** The passes, each with its price, the longest last, and a warning that typed text may be lost. */
export function WallPasses({ facts: { passes, dayReadyAt, emergency }, ...shared }: Props) {
  if (passes.length === 0 && !emergency) return null
  return (
    <section class="wall-passes" aria-labelledby="passes">
      <h2 id="passes">{t('pass_heading')}</h2>
      {passes.map((offer) =>
        isWaitedFor(offer.type) ? (
          <WaitedPassRow key={offer.type} {...shared} offer={offer} type={offer.type} readyAt={dayReadyAt} />
        ) : (
          <PassRow
            key={offer.type}
            offer={offer}
            isHidden={shared.isHidden}
            onClick={() => shared.onPass(offer)}
          />
        ),
      )}
      {emergency && (
        <>
          <WaitedPassRow {...shared} {...emergency} type="emergency" />
          {emergency.readyAt === null && <p class="hint">{t('pass_emergency_hint')}</p>}
        </>
      )}
      <p class="hint">{t('pass_loses')}</p>
    </section>
  )
}
