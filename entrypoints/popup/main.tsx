import { render } from 'preact'
import { announcePopup } from '../../platform/popup-open'
import { preparePage } from '../../platform/page'
import { openAhead } from '../../storage/record/live'
import { Popup } from './popup'

openAhead()
announcePopup()
preparePage()
render(<Popup />, document.getElementById('app') as HTMLElement)
