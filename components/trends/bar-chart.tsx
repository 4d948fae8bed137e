import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import { useEffect, useRef, useState } from 'preact/hooks'
import { chartOf } from './chart-options'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

export interface Series {
  name: string
  /** The custom property of its colour. */
  colour: string
  values: number[]
}

export interface BarChartProps {
  /** What the chart shows, for those who do not see it. */
  label: string
  /** Under a bar, and in full where somebody points at it. */
  steps: { label: string; name: string }[]
  /** Stacked upon each other. */
  series: Series[]
  /** It ends with so many steps: none is drawn through days to come. */
  line: { name: string; value: number; steps: number } | null
  /** How much is one on the axis. */
  scale: number
  write: (value: number) => string
  writeAxis: (value: number) => string
}

const isDark = matchMedia('(prefers-color-scheme: dark)')

/** Told anew when the colours of the page change. */
function useScheme(): boolean {
  const [dark, setDark] = useState(isDark.matches)
  useEffect(() => {
    const follow = () => setDark(isDark.matches)
    isDark.addEventListener('change', follow)
    return () => isDark.removeEventListener('change', follow)
  }, [])
  return dark
}

/** Bars in the colours of the page. */
export function BarChart(props: BarChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  useEffect(() => {
    const chart = new Chart(canvas.current as HTMLCanvasElement, chartOf(props))
    // Paper is narrower than the window.
    const fit = () => chart.resize()
    addEventListener('beforeprint', fit)
    addEventListener('afterprint', fit)
    return () => {
      removeEventListener('beforeprint', fit)
      removeEventListener('afterprint', fit)
      chart.destroy()
    }
  }, [props.steps, props.series, props.line, scheme])
  return (
    <div class="bar-chart">
      <canvas ref={canvas} role="img" aria-label={props.label} />
    </div>
  )
}
