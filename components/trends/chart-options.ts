import type { ChartConfiguration, TooltipItem } from 'chart.js'

export interface Series {
  name: string
  /** The CSS custom property of its colour. */
  colour: string
  /** Drawn in diagonal lines instead of a solid colour. */
  isHatched: boolean
  values: number[]
}

export interface BarChartProps {
  /** The text alternative of the chart. */
  label: string
  /** The label under a bar, and the full name in its tooltip. */
  steps: { label: string; name: string }[]
  /** Stacked. */
  series: Series[]
  /** Drawn through the first `steps` steps only, not through days to come. */
  line: { name: string; value: number; steps: number } | null
  /** A mark at a value of each step; null where a step has none. */
  marks: { name: string; values: (number | null)[] } | null
  /** The value of one unit on the axis. */
  scale: number
  /** How far apart the lines of the axis are; null for what suits decimal numbers. */
  step: number | null
  write: (value: number) => string
  writeAxis: (value: number) => string
}

/** Maximum width of a bar in px, so that a single bar does not fill the chart. */
const WIDEST_BAR = 56

type Config = ChartConfiguration<'bar' | 'line'>
type Item = TooltipItem<'bar' | 'line'>

/** The colours and the font of the page at this moment. */
function lookOfPage() {
  const style = getComputedStyle(document.documentElement)
  const colourOf = (name: string) => style.getPropertyValue(name).trim()
  return { colourOf, font: { family: style.fontFamily, size: 12 } }
}

type Look = ReturnType<typeof lookOfPage>

/** The side of the tile that a hatched area repeats, and the width of its lines, px. */
const TILE = 6
const LINE = 2

/** Diagonal lines, so that hatched bars differ from solid ones by more than colour. */
function hatchOf(colour: string, ground: string): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = TILE
  tile.height = TILE
  const context = tile.getContext('2d')
  if (!context) return colour
  context.fillStyle = ground
  context.fillRect(0, 0, TILE, TILE)
  context.strokeStyle = colour
  context.lineWidth = LINE
  // Three lines, so that the corners of the tile are covered as well.
  for (const shift of [-TILE, 0, TILE]) {
    context.moveTo(shift - 1, TILE + 1)
    context.lineTo(shift + TILE + 1, -1)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat') ?? colour
}

/** A diamond at each value, above the bars and with a line of the ground around it. */
const marksOf = ({ marks, scale }: BarChartProps, { colourOf }: Look) =>
  marks && {
    type: 'line' as const,
    label: marks.name,
    data: marks.values.map((value) => (value === null ? null : value / scale)),
    showLine: false,
    pointStyle: 'rectRot' as const,
    pointRadius: 5,
    pointHoverRadius: 5,
    pointBackgroundColor: colourOf('--ink'),
    pointBorderColor: colourOf('--paper'),
    pointBorderWidth: 1.5,
    stack: 'marks',
    order: -1,
  }

function dataOf(props: BarChartProps, look: Look): Config['data'] {
  const { steps, series, line, scale } = props
  const { colourOf } = look
  const bars = series.map(({ name, colour, isHatched, values }) => ({
    type: 'bar' as const,
    label: name,
    data: values.map((value) => value / scale),
    backgroundColor: isHatched ? hatchOf(colourOf(colour), colourOf('--card')) : colourOf(colour),
    // A line of the ground around each part, so that parts of like lightness stay apart.
    borderColor: isHatched ? colourOf(colour) : colourOf('--paper'),
    borderWidth: 1,
    borderSkipped: false as const,
    stack: 'kinds',
    maxBarThickness: WIDEST_BAR,
    order: 1,
  }))
  const median = line && {
    type: 'line' as const,
    label: line.name,
    data: steps.map((_, step) => (step < line.steps ? line.value / scale : null)),
    borderColor: colourOf('--ink'),
    borderWidth: 1.5,
    borderDash: [4, 4],
    pointRadius: 0,
    stack: 'median',
    order: 0,
  }
  const datasets = [...bars, median, marksOf(props, look)].filter((set) => set !== null)
  return { labels: steps.map(({ label }) => label), datasets }
}

const axesOf = ({ scale, step, writeAxis }: BarChartProps, { colourOf, font }: Look) => {
  const ticks = { color: colourOf('--soft'), font }
  const rule = colourOf('--rule')
  return {
    x: {
      stacked: true,
      grid: { display: false },
      border: { color: rule },
      ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 12 },
    },
    y: {
      stacked: true,
      grid: { color: rule },
      border: { display: false },
      ticks: {
        ...ticks,
        maxTicksLimit: 6,
        ...(step === null ? {} : { stepSize: step / scale }),
        callback: (value: number | string) => writeAxis(Number(value) * scale),
      },
    },
  }
}

const tooltipOf = ({ steps, scale, write }: BarChartProps, { colourOf, font }: Look) => ({
  backgroundColor: colourOf('--card'),
  borderColor: colourOf('--edge'),
  borderWidth: 1,
  titleColor: colourOf('--ink'),
  bodyColor: colourOf('--ink'),
  titleFont: font,
  bodyFont: font,
  padding: 12,
  boxPadding: 4,
  filter: ({ raw }: Item) => raw !== 0,
  callbacks: {
    title: ([first]: Item[]) => (first && steps[first.dataIndex]?.name) ?? '',
    label: ({ dataset, raw }: Item) => `${dataset.label}: ${write(Math.round(Number(raw) * scale))}`,
  },
})

/** The configuration for Chart.js. No animation: a statement does not move. */
export function chartOf(props: BarChartProps): Config {
  const look = lookOfPage()
  return {
    type: 'bar',
    data: dataOf(props, look),
    options: {
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      scales: axesOf(props, look),
      plugins: { tooltip: tooltipOf(props, look) },
    },
  }
}
