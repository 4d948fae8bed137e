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
  /** The value of one unit on the axis. */
  scale: number
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

function dataOf({ steps, series, line, scale }: BarChartProps, { colourOf }: Look): Config['data'] {
  const bars = series.map(({ name, colour, isHatched, values }) => ({
    type: 'bar' as const,
    label: name,
    data: values.map((value) => value / scale),
    backgroundColor: isHatched ? hatchOf(colourOf(colour), colourOf('--card')) : colourOf(colour),
    ...(isHatched && { borderColor: colourOf(colour), borderWidth: 1 }),
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
  return { labels: steps.map(({ label }) => label), datasets: median ? [...bars, median] : bars }
}

const axesOf = ({ scale, writeAxis }: BarChartProps, { colourOf, font }: Look) => {
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
