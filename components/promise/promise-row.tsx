import type { PromiseDraft } from '../../domain/statement/commitment-draft'
import { readHours } from '../../domain/statement/commitment-draft'
import { HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { columnDuration, isoDuration, spokenDuration } from '../figure/format'
import { decimalSeparator } from '../figure/numbers'
import { useOwnId } from '../form/use-own-id'
import { promiseLabel } from './promise-words'

interface Props {
  draft: PromiseDraft
  /** The time of the kind in the last whole week, and the longest that a bar of the form shows, ms. */
  lastMs: number
  longestMs: number
  problem: string | null
  onHours: (hours: string) => void
}

/** The committed time of a row as it is typed, ms; 0 if it cannot be read. */
export function typedMs({ hours }: PromiseDraft): number {
  const read = readHours(hours, decimalSeparator())
  return 'minutes' in read ? read.minutes * MINUTE_MS : 0
}

/** One promise: the hours, last week as a bar, and a mark at the promise. */
export function PromiseRow({ draft, lastMs, longestMs, problem, onHours }: Props) {
  const id = useOwnId()
  const promised = typedMs(draft)
  const shareOf = (ms: number) => Math.min(1, ms / Math.max(longestMs, HOUR_MS))
  return (
    <li class="promise-row">
      <label for={id}>{promiseLabel(draft)}</label>
      <span class="promise-hours">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          aria-describedby={`${id}-last ${id}-problem`}
          aria-invalid={problem !== null}
          value={draft.hours}
          onInput={({ currentTarget }) => onHours(currentTarget.value)}
        />
        <span aria-hidden="true">{t('promise_hours_short')}</span>
      </span>
      <span class="promise-bar" aria-hidden="true">
        <span
          class="bar"
          style={{ '--part': shareOf(lastMs), backgroundColor: `var(--kind-${draft.kind})` }}
        />
        {promised > 0 && <span class="mark" style={{ '--part': shareOf(promised) }} />}
      </span>
      <span id={`${id}-last`} class="soft number">
        {t('promise_last_week')}{' '}
        <time dateTime={isoDuration(lastMs)} aria-hidden="true">
          {columnDuration(lastMs)}
        </time>
        <span class="only-read">{spokenDuration(lastMs)}</span>
      </span>
      <p id={`${id}-problem`} class="problem" aria-live="polite">
        {problem}
      </p>
    </li>
  )
}
