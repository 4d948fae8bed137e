import { useState } from 'preact/hooks'
import { type NumberFlaw, type NumberRange, parseNumber } from '../../domain/value/amount'
import { DAY_MINUTES } from '../../domain/time/local-time'
import { parseClock, typedClock } from '../../domain/time/clock-draft'
import type { ClockRange } from '../../domain/time/interval'
import { usualEnd } from '../../domain/firewall/presets'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { NumberInput } from '../form/number-input'
import { numberSentence } from '../form/flaw-sentence'
import { whole } from '../figure/format'
import { decimalSeparator } from '../figure/numbers'

/** Minutes of feeds a day. Zero needs a lock, which is set on the Firewall page. */
const MINUTES: NumberRange = { digits: 0, min: 1, max: DAY_MINUTES }
const SUGGESTED_MINUTES = 40
const SUGGESTED_CUTOFF = '22:30'

const END_FLAWS = { empty: 'welcome_limit_empty', same: 'rule_flaw_emptyRange' } as const

type Minutes = { minutes: number | null } | { flaw: NumberFlaw }
type Closed = { closed: ClockRange | null } | { flaws: { cutoff: boolean; end: 'empty' | 'same' | null } }

function readMinutes(text: string, isWanted: boolean): Minutes {
  if (!isWanted) return { minutes: null }
  const typed = parseNumber(text, decimalSeparator(), MINUTES)
  return typed.ok ? { minutes: typed.units } : { flaw: typed.flaw }
}

/** A time field as the minute of the day; null if it is empty. */
const minuteOf = (text: string): number | null => parseClock(text.slice(0, 5))

/** The value of a time field: `06:00`. */
const timeValue = (minute: number): string => typedClock(minute).padStart(5, '0')

/** Any time of the day, across midnight or not; only the two may not be the same. */
function readClosed(cutoffText: string, endText: string, isWanted: boolean): Closed {
  if (!isWanted) return { closed: null }
  const from = minuteOf(cutoffText)
  const to = minuteOf(endText)
  if (from === null || to === null)
    return { flaws: { cutoff: from === null, end: to === null ? 'empty' : null } }
  return from === to ? { flaws: { cutoff: false, end: 'same' } } : { closed: { from, to } }
}

/** The typed hours of a cutoff. Until the person types an end, it follows the cutoff. */
function useClosed() {
  const [isWanted, setWanted] = useState(false)
  const [cutoff, setCutoff] = useState(SUGGESTED_CUTOFF)
  const [ownEnd, setEnd] = useState<string | null>(null)
  const [isLeft, setLeft] = useState({ cutoff: false, end: false })
  const end = ownEnd ?? timeValue(usualEnd(minuteOf(cutoff) ?? 0))
  const read = readClosed(cutoff, end, isWanted)
  const flaws = 'flaws' in read ? read.flaws : { cutoff: false, end: null }
  return {
    closed: 'closed' in read ? { closed: read.closed } : null,
    leaveAll: () => setLeft({ cutoff: true, end: true }),
    fields: {
      isWanted,
      onWant: setWanted,
      cutoff: {
        text: cutoff,
        problem: isLeft.cutoff && flaws.cutoff ? t('welcome_limit_empty') : null,
        onChange: (typed: string) => setCutoff(typed),
        onLeave: () => setLeft({ ...isLeft, cutoff: true }),
      },
      end: {
        text: end,
        problem: isLeft.end && flaws.end ? t(END_FLAWS[flaws.end]) : null,
        onChange: (typed: string) => setEnd(typed),
        onLeave: () => setLeft({ ...isLeft, end: true }),
      },
    },
  }
}

/** The state of the two limits. Neither is set unless it is chosen. */
export function useLimits() {
  const [wantsFeeds, setWantsFeeds] = useState(false)
  const [minutesText, setMinutes] = useState(() => whole(SUGGESTED_MINUTES))
  const [isLeft, setLeft] = useState(false)
  const minutes = readMinutes(minutesText, wantsFeeds)
  const closed = useClosed()
  const valid =
    'minutes' in minutes && closed.closed ? { feedMinutes: minutes.minutes, ...closed.closed } : null
  return {
    valid,
    leaveAll: () => {
      setLeft(true)
      closed.leaveAll()
    },
    feeds: {
      isWanted: wantsFeeds,
      text: minutesText,
      problem: isLeft && 'flaw' in minutes ? numberSentence(minutes.flaw, MINUTES) : null,
      onWant: setWantsFeeds,
      onChange: setMinutes,
      onLeave: () => setLeft(true),
    },
    closed: closed.fields,
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

const TimeField = ({
  label,
  text,
  problem,
  onChange,
  onLeave,
}: Limits['closed']['cutoff'] & { label: string }) => (
  <Field label={label} problem={problem}>
    {(control) => (
      <input
        {...control}
        type="time"
        value={text}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
        onBlur={onLeave}
      />
    )}
  </Field>
)

const Cutoff = ({ cutoff, end, ...want }: Limits['closed']) => (
  <div class="offer">
    <Want {...want} label={t('welcome_limit_cutoff')} />
    {want.isWanted && (
      <>
        <TimeField {...cutoff} label={t('welcome_limit_evening')} />
        <TimeField {...end} label={t('firewall_morning')} />
      </>
    )}
  </div>
)

/** The optional limit for feeds and the optional daily cutoff. */
export const LimitFields = ({ feeds, closed }: Limits) => (
  <section aria-labelledby="limits">
    <h2 id="limits">{t('welcome_limit')}</h2>
    <p class="soft about">{t('welcome_limit_about')}</p>
    <FeedLimit {...feeds} />
    <Cutoff {...closed} />
  </section>
)
