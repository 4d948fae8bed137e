import { render } from 'preact'
import { preparePage } from '../../platform/page'
import { Dashboard } from './dashboard'

preparePage()
render(<Dashboard />, document.getElementById('app') as HTMLElement)
