interface Props {
  /** What the line shows, for screen readers. */
  label: string
  /** From left to right; null where there is no figure. */
  values: readonly (number | null)[]
  /** The text at each value; the last one is emphasised. */
  texts: readonly string[]
  /** The lowest and highest value of the picture. */
  bounds: { low: number; high: number }
}

const WIDTH = 280
const HEIGHT = 96
const INSET = { x: 20, top: 28, bottom: 10 }

/** A small line through a few values, each with its figure. */
export function SparkLine({ label, values, texts, bounds: { low, high } }: Props) {
  const step = (WIDTH - 2 * INSET.x) / Math.max(1, values.length - 1)
  const room = HEIGHT - INSET.top - INSET.bottom
  const points = values.map((value, index) =>
    value === null
      ? null
      : { x: INSET.x + index * step, y: INSET.top + room * (1 - (value - low) / (high - low || 1)) },
  )
  const line = points.flatMap((point, index) =>
    point ? [`${index > 0 && points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`] : [],
  )
  const last = points.findLastIndex((point) => point !== null)
  return (
    <svg class="spark-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path d={line.join('')} />
      {points.map(
        (point, index) =>
          point && (
            <g key={index} class={index === last ? 'last' : ''}>
              <circle cx={point.x} cy={point.y} r={index === last ? 4 : 2.5} />
              <text x={point.x} y={point.y - 10}>
                {texts[index]}
              </text>
            </g>
          ),
      )}
    </svg>
  )
}
