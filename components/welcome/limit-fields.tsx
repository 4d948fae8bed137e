import { useState } from 'preact/hooks'
import { type NumberFlaw, type NumberRange, parseNumber } from '../../domain/value/amount'
import { DAY_MINUTES } from '../../domain/time/local-time'
import { MORNING } from '../../domain/firewall/presets'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { NumberInput } from '../form/number-input'
import { numberSentence } from '../form/flaw-sentence'
import { whole } from '../figure/format'
import { decimalSeparator } from '../figure/numbers'

/** Minutes of feeds a day. Zero needs a lock, which is set on the Firewall page. */
const MINUTES: NumberRange = { digits: 0, min: 1, max: DAY_MINUTES }
const SUGGESTED_MINUTES = 40
const SUGGESTED_EVENING = '22:30'

/** Times from noon on count as evening. */
const NOON = 12 * 60

type Minutes = { minutes: number | null } | { flaw: NumberFlaw }
type Evening = { minute: number | null } | { flaw: 'empty' | 'morning' }

function readMinutes(text: string, isWanted: boolean): Minutes {
  if (!isWanted) return { minutes: null }
  const typed = parseNumber(text, decimalSeparator(), MINUTES)
  return typed.ok ? { minutes: typed.units } : { flaw: typed.flaw }
}

/** `22:30` as the minute of the day. Times after midnight still count as evening, the morning does not. */
function readEvening(text: string, isWanted: boolean): Evening {
  if (!isWanted) return { minute: null }
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? []
  if (hours === undefined) return { flaw: 'empty' }
  const minute = 60 * Number(hours) + Number(minutes)
  return minute >= MORNING && minute < NOON ? { flaw: 'morning' } : { minute }
}

/** The state of the two limits. Neither is set unless it is chosen. */
export function useLimits() {
  const [wantsFeeds, setWantsFeeds] = useState(false)
  const [wantsCutoff, setWantsCutoff] = useState(false)
  const [minutesText, setMinutes] = useState(() => whole(SUGGESTED_MINUTES))
  const [eveningText, setEvening] = useState(SUGGESTED_EVENING)
  const [isLeft, setLeft] = useState({ minutes: false, evening: false })
  const minutes = readMinutes(minutesText, wantsFeeds)
  const evening = readEvening(eveningText, wantsCutoff)
  const valid =
    'minutes' in minutes && 'minute' in evening
      ? { feedMinutes: minutes.minutes, cutoffMinute: evening.minute }
      : null
  return {
    valid,
    leaveAll: () => setLeft({ minutes: true, evening: true }),
    feeds: {
      isWanted: wantsFeeds,
      text: minutesText,
      problem: isLeft.minutes && 'flaw' in minutes ? numberSentence(minutes.flaw, MINUTES) : null,
      onWant: setWantsFeeds,
      onChange: setMinutes,
      onLeave: () => setLeft({ ...isLeft, minutes: true }),
    },
    cutoff: {
      isWanted: wantsCutoff,
      text: eveningText,
      problem: isLeft.evening && 'flaw' in evening ? t(`welcome_limit_${evening.flaw}`) : null,
      onWant: setWantsCutoff,
      onChange: setEvening,
      onLeave: () => setLeft({ ...isLeft, evening: true }),
    },
  }
}

type Limits = ReturnType<typeof useLimits>

const Want = ({
  isWanted,
  label,
  onWant,
}: Pick<Limits['feeds'], 'isWanted' | 'onWant'> & { label: string }) => (
  <label class="check">
    <input
      type="checkbox"
      checked={isWanted}
      onChange={({ currentTarget }) => onWant(currentTarget.checked)}
    />
    {label}
  </label>
)

const FeedLimit = (feeds: Limits['feeds']) => (
  <div class="offer">
    <Want {...feeds} label={t('welcome_limit_feeds')} />
    {feeds.isWanted && (
      <Field label={t('welcome_limit_minutes')} problem={feeds.problem}>
        {(control) => (
          <NumberInput
            control={control}
            value={feeds.text}
            unit={t('minutes')}
            onInput={feeds.onChange}
            onLeave={feeds.onLeave}
          />
        )}
      </Field>
    )}
  </div>
)

const Cutoff = (cutoff: Limits['cutoff']) => (
  <div class="offer">
    <Want {...cutoff} label={t('welcome_limit_cutoff')} />
    {cutoff.isWanted && (
      <Field
        label={t('welcome_limit_evening')}
        hint={t('welcome_limit_evening_hint')}
        problem={cutoff.problem}
      >
        {(control) => (
          <input
            {...control}
            type="time"
            value={cutoff.text}
            onInput={({ currentTarget }) => cutoff.onChange(currentTarget.value)}
            onBlur={cutoff.onLeave}
          />
        )}
      </Field>
    )}
  </div>
)

/** The optional limit for feeds and the optional nightly cutoff. */
export const LimitFields = ({ feeds, cutoff }: Limits) => (
  <section aria-labelledby="limits">
    <h2 id="limits">{t('welcome_limit')}</h2>
    <p class="soft about">{t('welcome_limit_about')}</p>
    <FeedLimit {...feeds} />
    <Cutoff {...cutoff} />
  </section>
)
