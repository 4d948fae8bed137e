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

const root = document.documentElement

/** The theme of the page; renders again when it changes. */
function useTheme(): string | undefined {
  const [theme, setTheme] = useState(root.dataset.theme)
  useEffect(() => {
    const observer = new MutationObserver(() => setTheme(root.dataset.theme))
    observer.observe(root, { attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  }, [])
  return theme
}

/** A bar chart in the colours of the page. */
export function BarChart(props: BarChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
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
  }, [props.steps, props.series, props.line, props.marks, theme])
  return (
    <div class="bar-chart">
      <canvas ref={canvas} role="img" aria-label={props.label} />
    </div>
  )
}
