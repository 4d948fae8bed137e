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
import { type BarChartProps, chartOf } from './chart-options'

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

const isDark = matchMedia('(prefers-color-scheme: dark)')

/** Whether the page is dark; renders again when that changes. */
function useScheme(): boolean {
  const [dark, setDark] = useState(isDark.matches)
  useEffect(() => {
    const follow = () => setDark(isDark.matches)
    isDark.addEventListener('change', follow)
    return () => isDark.removeEventListener('change', follow)
  }, [])
  return dark
}

/** A bar chart in the colours of the page. */
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
