import { type CutoffBound, type DayClock, nightAt } from '../../domain/firewall/hours'
import { whole } from '../figure/format'
import { DAY_MINUTES, MINUTE_MS, msOfDay, weekday } from '../../domain/time/local-time'

const SIZE = 112
const RADIUS = 36
/** Where the hours stand, outside the face. */
const LABEL_RADIUS = 47

/** The position of a minute of the day on a 24-hour clock face, midnight on top. */
const point = (minute: number, radius: number): string => {
  const angle = (minute / DAY_MINUTES) * 2 * Math.PI
  const x = SIZE / 2 + radius * Math.sin(angle)
  const y = SIZE / 2 - radius * Math.cos(angle)
  return `${x.toFixed(2)} ${y.toFixed(2)}`
}

const arc = (from: number, to: number): string => {
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES
  const isLarge = length > DAY_MINUTES / 2 ? 1 : 0
  return `M ${point(from, RADIUS)} A ${RADIUS} ${RADIUS} 0 ${isLarge} 1 ${point(to, RADIUS)}`
}

interface Props {
  cutoff: CutoffBound
  now: number
  clock: DayClock
}

/**
 * The hours that are closed now, or else within a day, on a 24-hour clock face. Screen readers skip it: the sentence
 * beside it says the same.
 */
export function CutoffClock({ cutoff, now, clock }: Props) {
  const night = nightAt(cutoff, now, clock)
  const evening = night && (cutoff.evenings[weekday(night.day)] ?? null)
  return (
    <svg class="cutoff-clock" width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} class="face" />
      {evening !== null && <path d={arc(evening, cutoff.morning)} class="closed" />}
      {[0, 6, 12, 18].map((hour) => {
        const minute = hour * 60
        const [x, y] = point(minute, LABEL_RADIUS).split(' ')
        return (
          <g key={hour}>
            <path d={`M ${point(minute, RADIUS - 9)} L ${point(minute, RADIUS - 5)}`} class="tick" />
            <text x={x} y={y} class="hour">
              {whole(hour)}
            </text>
          </g>
        )
      })}
      <path
        d={`M ${SIZE / 2} ${SIZE / 2} L ${point(msOfDay(now, clock.offsetAt(now)) / MINUTE_MS, RADIUS - 12)}`}
        class="hand"
      />
    </svg>
  )
}
