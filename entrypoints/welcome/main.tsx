import { render } from 'preact'
import { preparePage } from '../../platform/page'
import { Welcome } from './welcome'

preparePage()
render(<Welcome />, document.getElementById('app') as HTMLElement)
