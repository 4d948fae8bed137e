import { render } from 'preact'
import { preparePage } from '../../platform/page'
import { Dashboard } from './dashboard'
import './styles'

preparePage()
render(<Dashboard />, document.getElementById('app') as HTMLElement)
