import { render } from 'preact'
import { stopLateInput } from '../../components/wall/late-input'
import { preparePage } from '../../platform/page'
import { Wall } from './wall'

preparePage()
stopLateInput(window, performance.now())
render(<Wall />, document.getElementById('app') as HTMLElement)
