/** The styles of pages that are loaded later: they come with the first one, for code that is loaded brings none. */
import '../../components/firewall/firewall.css'
import '../../components/firewall/rule-form.css'
import '../../components/form/form.css'
import '../../components/pause/pause.css'
import '../../components/period/range-control.css'
import '../../components/rate/rate.css'
import '../../components/settings/settings.css'
import '../../components/sites/sites.css'
