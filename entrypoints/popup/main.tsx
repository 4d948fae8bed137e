import { render } from 'preact'
import { announcePopup } from '../../platform/popup-open'
import { preparePage } from '../../platform/page'
import { Popup } from './popup'

announcePopup()
preparePage()
render(<Popup />, document.getElementById('app') as HTMLElement)
