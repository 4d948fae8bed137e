import { render } from 'preact'
import { preparePage } from '../../platform/page'
import { Wall } from './wall'

preparePage()
render(<Wall />, document.getElementById('app') as HTMLElement)
