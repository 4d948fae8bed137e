import type { Ref } from 'preact'
import type { WallFacts } from '../../domain/firewall/firewall-status'
import type { PassOffer } from '../../domain/firewall/pass'
import { EMERGENCY_WAIT_MS } from '../../domain/firewall/passes'
import { t } from '../../platform/i18n'
import { Amount } from '../figure/figures'
import { useFocusAfter } from '../form/use-focus-after'
import { useNow } from '../page/use-live'
import { WallWait } from './wall-wait'

interface Props {
  facts: WallFacts
  isHidden: boolean
  onPass: (offer: PassOffer) => void
  onAskForEmergency: () => void
}

/** `currency` is null if no money is shown. */
type PriceProps = Pick<PassOffer, 'type' | 'priceMinor' | 'currency'>

const Price = ({ type, priceMinor, currency }: PriceProps) =>
  priceMinor === null || currency === null ? null : (
    <span class="number">
      <Amount minor={priceMinor} currency={currency} />
      {type === 'day' && ` ${t('pass_an_hour')}`}
    </span>
  )

const priced = ({ type, priceMinor, currency }: PassOffer, isHidden: boolean): PriceProps => ({
  type,
  priceMinor,
  currency: isHidden ? null : currency,
})

interface PassProps extends PriceProps {
  words?: string
  focused?: Ref<HTMLButtonElement>
  onClick: () => void
}

const PassRow = ({ words, focused, onClick, ...offer }: PassProps) => (
  <button ref={focused ?? null} type="button" class="pass" onClick={onClick}>
    <span>{words ?? t(`pass_${offer.type}`)}</span>
    <Price {...offer} />
  </button>
)

function Emergency({ facts: { emergency }, isHidden, onPass, onAskForEmergency }: Props) {
  const now = useNow()
  const readyAt = emergency?.readyAt ?? null
  const focused = useFocusAfter(readyAt !== null && readyAt <= now)
  if (!emergency) return null
  const { offer } = emergency
  const row = priced(offer, isHidden)
  if (readyAt === null)
    return (
      <>
        <PassRow {...row} onClick={onAskForEmergency} />
        <p class="hint">{t('pass_emergency_hint')}</p>
      </>
    )
  return (
    <WallWait leftMs={Math.min(EMERGENCY_WAIT_MS, Math.max(0, readyAt - now))} wholeMs={EMERGENCY_WAIT_MS}>
      <PassRow {...row} words={t('pass_emergency_now')} focused={focused} onClick={() => onPass(offer)} />
    </WallWait>
  )
}

/** The passes, each with its price, and a warning that typed text may be lost. */
export function WallPasses(props: Props) {
  const { facts, isHidden, onPass } = props
  if (facts.passes.length === 0 && !facts.emergency) return null
  return (
    <section class="wall-passes" aria-labelledby="passes">
      <h2 id="passes">{t('pass_heading')}</h2>
      {facts.passes.map((offer) => (
        <PassRow key={offer.type} {...priced(offer, isHidden)} onClick={() => onPass(offer)} />
      ))}
      <Emergency {...props} />
      <p class="hint">{t('pass_loses')}</p>
    </section>
  )
}
