import type { ComponentChildren } from 'preact'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { pauseText } from '../rule/clock-words'
import { usePause } from './use-pause'

interface WaitProps {
  leftMs: number
  wholeMs: number
  /** Shown once the wait is over. */
  children: ComponentChildren
}

/** A wait with a shrinking bar. Screen readers announce only its end. */
export function WallWait({ leftMs, wholeMs, children }: WaitProps) {
  const isOver = leftMs === 0
  const shownMs = Math.ceil(leftMs / 1000) * 1000
  return (
    <div class="wall-wait">
      {isOver ? (
        children
      ) : (
        <p class="soft" role="timer">
          {t('wall_wait')} <Time ms={shownMs} format={(ms) => pauseText(ms / 1000)} />
        </p>
      )}
      {!isOver && (
        <span class="wall-line" aria-hidden="true">
          <span style={{ inlineSize: `${100 * (1 - leftMs / wholeMs)}%` }} />
        </span>
      )}
      <p class="only-read" role="status">
        {isOver && t('wall_wait_over')}
      </p>
    </div>
  )
}

interface PauseProps {
  endsAt: number
  wholeMs: number
  name: string
  onEnter: () => void
}

/** The pause before entry. */
export const WallPause = ({ endsAt, wholeMs, name, onEnter }: PauseProps) => (
  <WallWait leftMs={usePause(endsAt, wholeMs)} wholeMs={wholeMs}>
    <button type="button" onClick={onEnter}>
      {t('wall_go_on', name)}
    </button>
  </WallWait>
)
