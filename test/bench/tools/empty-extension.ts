/** The least that an extension with our permissions can be: what is measured beside it is Zeitwert's own. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtExtension } from '../../e2e/harness/built-extension.ts'
import { scratchDirectory } from './scratch.ts'

const WORKER = 'chrome.tabs.onActivated.addListener(() => {})\n'

const POPUP = `<!doctype html>
<html>
  <head><meta charset="utf-8"><script type="module" src="/popup.js"></script></head>
  <body><p>Nothing.</p></body>
</html>
`

/** Like Zeitwert's own mark, it comes when what is there to be seen has been drawn. */
const POPUP_SCRIPT = `requestAnimationFrame(() => setTimeout(() => performance.mark('ready')))\n`

const KEPT = new Set([
  'manifest_version',
  'version',
  'permissions',
  'content_security_policy',
  'background',
  'browser_specific_settings',
])

/** Permissions and policy come from Zeitwert's manifest. */
export async function emptyExtension(target: 'chrome-mv3' | 'firefox-mv3'): Promise<string> {
  const directory = await scratchDirectory('empty')
  const built = JSON.parse(await readFile(join(builtExtension(target), 'manifest.json'), 'utf8'))
  const kept = Object.entries(built).filter(([key]) => KEPT.has(key))
  const action = { default_popup: 'popup.html' }
  const manifest = { ...Object.fromEntries(kept), name: 'Empty', action }
  await Promise.all([
    writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest)),
    writeFile(join(directory, 'background.js'), WORKER),
    writeFile(join(directory, 'popup.html'), POPUP),
    writeFile(join(directory, 'popup.js'), POPUP_SCRIPT),
  ])
  return directory
}
