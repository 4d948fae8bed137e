import { MOST_QUARTERS } from '../../domain/surface/worth'
import './worth-meter.css'

/** Four cells, filled as far as an hour gives back: two of them return what it cost. */
export const WorthMeter = ({ worthQuarters }: { worthQuarters: number }) => (
  <span class="worth-meter" style={{ '--fill': `${(100 * worthQuarters) / MOST_QUARTERS}%` }} />
)
