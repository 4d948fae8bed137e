import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FirstChoice } from '../../domain/firewall/presets'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { usePay } from '../rate/use-pay'
import type { NameOf } from '../rule/rule-sentence'
import { DoneStep, type SetNow } from './done-step'
import { HourStep } from './hour-step'
import { LimitStep } from './limit-step'
import '../form/form.css'
import './welcome.css'

export const STEPS = ['restore', 'hour', 'limit', 'saved'] as const
export type WelcomeStep = (typeof STEPS)[number]

/** What was said about the hour; null for what was not. */
export interface HourAnswer {
  currency: string | null
  /** Minor units. */
  hourMinor: number | null
}

interface Props {
  step: WelcomeStep
  iconUrl: string
  /** The currency in force, or the likely one. */
  currency: string
  /** Whether there are rules already: then no limits are offered. */
  hasRules: boolean
  now: SetNow
  nameOf: NameOf
  onStep: (step: WelcomeStep) => void
  onHour: (answer: HourAnswer) => Promise<unknown>
  onLimit: (choice: FirstChoice) => Promise<unknown>
  onGuess: (minutes: number) => Promise<unknown>
  /** The step that brings in a file. */
  restore: ComponentChildren
}

/** A step that follows another one begins at its heading. */
function useHeadingFocus(step: WelcomeStep) {
  const page = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useLayoutEffect(() => {
    if (before.current === step) return
    before.current = step
    scrollTo(0, 0)
    page.current?.querySelector('h1')?.focus()
  }, [step])
  return page
}

/** Stands before the first question: a backup may hold its answer. */
const ComeOver = ({ onRestore }: { onRestore: () => void }) => (
  <p class="come-over">
    <button type="button" class="text-button" onClick={onRestore}>
      {t('welcome_have_backup')}
    </button>
    <button type="button" class="text-button" onClick={onRestore}>
      {t('welcome_other_tool')}
    </button>
  </p>
)

/** The welcome: one question, one limit, and what was set. Everything can be skipped. */
export function WelcomeView({ step, iconUrl, hasRules, now, nameOf, onStep, ...props }: Props) {
  // Null until changed here, so that a change made elsewhere while this page is open shows up and is kept.
  const [chosen, setCurrency] = useState<string | null>(null)
  const currency = chosen ?? props.currency
  const pay = usePay(currency, null)
  const shown = step === 'limit' && hasRules ? 'saved' : step
  const page = useHeadingFocus(shown)
  const count = (at: number) => (hasRules ? '' : t('welcome_step', whole(at), whole(2)))
  return (
    <div ref={page} class="welcome">
      <header>
        <img src={iconUrl} alt="" width={32} height={32} />
        <p class="soft">{t(shown === 'hour' ? 'welcome_lead' : 'extension_name')}</p>
      </header>
      {shown === 'hour' && <ComeOver onRestore={() => onStep('restore')} />}
      {shown === 'restore' && props.restore}
      {shown === 'hour' && (
        <HourStep
          step={count(1)}
          pay={pay}
          currency={currency}
          onCurrency={setCurrency}
          onSave={() =>
            props.onHour({
              currency: pay.hourMinor === null ? chosen : currency,
              hourMinor: pay.hourMinor,
            })
          }
          onNext={() => onStep(hasRules ? 'saved' : 'limit')}
        />
      )}
      {shown === 'limit' && (
        <LimitStep
          step={count(2)}
          nameOf={nameOf}
          onSave={props.onLimit}
          onNext={() => onStep('saved')}
          onBack={() => onStep('hour')}
        />
      )}
      {shown === 'saved' && <DoneStep now={now} nameOf={nameOf} onGuess={props.onGuess} />}
    </div>
  )
}
