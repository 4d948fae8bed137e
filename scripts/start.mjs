/** Opens Zeitwert in a fresh browser profile. Without a display, or with `--headless`, runs the demo instead. */
import { hasOption, runBuilt } from './built.mjs'

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const isVisible = hasDisplay && !hasOption('--headless')

await runBuilt('npm start', isVisible ? 'demo/open.ts' : 'demo/show.ts')
