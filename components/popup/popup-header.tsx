import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { PausedUntil, Settings } from '../../domain/settings/settings'
import type { Day, OffsetAt } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { dayWithWeekday } from '../figure/numbers'
import { useFocusAfter } from '../form/use-focus-after'
import type { PauseChoices } from '../pause/pause-choices'
import { EyeIcon, FocusIcon, GearIcon, PauseIcon } from './icons'

/** The focus hour behind its button. */
export interface FocusControl {
  isRunning: boolean
  isOpen: boolean
  onToggle: () => void
  /** The form, or the details of the running one. */
  panel: ComponentChildren
}

interface Props {
  focus: FocusControl
  /** Null until they are read: the buttons that need them appear then. */
  settings: Settings | null
  pausedUntil: PausedUntil
  day: Day | null
  offsetAt: OffsetAt
  onPause: (until: PausedUntil) => void
  onHideMoney: (hidden: boolean) => void
}

/** The same function every time, so that it is called once, when the choices appear. */
const focus = (element: HTMLElement | null) => element?.focus()

const MoneyButton = ({ isHidden, onHideMoney }: Pick<Props, 'onHideMoney'> & { isHidden: boolean }) => (
  <button
    type="button"
    class="icon-button"
    title={t(isHidden ? 'money_show' : 'money_hide')}
    onClick={() => onHideMoney(!isHidden)}
  >
    <EyeIcon closed={isHidden} />
  </button>
)

function FocusButton({ isRunning, isOpen, onToggle }: FocusControl) {
  const opener = useFocusAfter(`${isOpen} ${isRunning}`)
  return (
    <button
      ref={opener}
      type="button"
      class={`icon-button ${isRunning ? 'on' : ''}`}
      title={t(isRunning ? 'focus_runs' : 'focus')}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <FocusIcon />
    </button>
  )
}

/** The day, and what can be done at once: hide money, pause, go to the settings. */
export function PopupHeader({ settings, pausedUntil, day, offsetAt, focus: hour, ...props }: Props) {
  const { onPause, onHideMoney } = props
  // The choices of a length are loaded on demand.
  const [Choices, setChoices] = useState<typeof PauseChoices | null>(null)
  const opener = useFocusAfter(Choices)
  const isPaused = pausedUntil !== null
  const close = () => setChoices(null)
  const ask = () =>
    void import('../pause/pause-choices').then((module) => setChoices(() => module.PauseChoices))
  const togglePause = () => {
    if (isPaused) return onPause(null)
    return Choices ? close() : ask()
  }
  return (
    <>
      <header>
        <h1>
          {t('today')} {day !== null && <span class="soft">{dayWithWeekday(day)}</span>}
        </h1>
        {settings && <MoneyButton isHidden={settings.moneyHidden} onHideMoney={onHideMoney} />}
        {settings && <FocusButton {...hour} />}
        {settings && (
          <button
            ref={opener}
            type="button"
            class={`icon-button ${isPaused ? 'paused' : ''}`}
            title={t(isPaused ? 'resume' : 'pause')}
            aria-expanded={isPaused ? undefined : Choices !== null}
            onClick={togglePause}
          >
            <PauseIcon isPaused={isPaused} />
          </button>
        )}
        <a class="button icon-button" href="/dashboard.html#/settings" target="_blank" title={t('settings')}>
          <GearIcon />
        </a>
      </header>
      {hour.panel}
      {settings && Choices && !isPaused && (
        <Choices
          dayStartHour={settings.dayStartHour}
          offsetAt={offsetAt}
          focused={focus}
          onCancel={close}
          onPause={(until) => {
            close()
            onPause(until)
          }}
        />
      )}
    </>
  )
}
