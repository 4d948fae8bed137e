/** A minimal extension with the same permissions: the difference to it is what Zeitwert itself costs. */
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

/** Sets the mark when the content has been drawn, like Zeitwert's own. */
const POPUP_SCRIPT = `requestAnimationFrame(() => setTimeout(() => performance.mark('ready')))\n`

const KEPT = new Set([
  'manifest_version',
  'version',
  'permissions',
  'content_security_policy',
  'background',
  'browser_specific_settings',
])

/** Builds the extension with the permissions and policy of Zeitwert's manifest; returns its directory. */
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
