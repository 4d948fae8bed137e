/**
 * Opens Zeitwert in a fresh browser profile; without a display, or with `--headless`, it shows the main job
 * instead. `--firefox` prefers Firefox. Runs on whatever Node the machine has (20 or newer), hence built-ins only.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findChromium, findFirefox } from './find-browser.mjs'
import { NODE, ROOT, SOURCES, tool } from './tools.mjs'

const isAsked = (option) => process.argv.includes(option)
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Resolves with the exit code, and with what the program printed if that is not to be seen at once. */
const run = (stdio, program, ...words) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: ROOT, stdio })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (printed += text))
    // Ctrl-C reaches the child by itself; this process outlives it, so that the child can tidy up.
    const ignore = () => {}
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', ignore).on('SIGTERM', pass)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', ignore).off('SIGTERM', pass)
      resolve({ code: code ?? 1, printed })
    })
  })

async function build(browser) {
  console.log('Building Zeitwert …')
  const target = browser === 'firefox' ? ['-b', 'firefox', '--mv3'] : []
  const { code, printed } = await run('pipe', ...tool('wxt'), 'build', ...target)
  if (code !== 0) console.error(printed)
  return code
}

async function start() {
  const { code } = await run('inherit', process.execPath, join(ROOT, 'scripts', 'setup.mjs'), '--for=start')
  if (code !== 0) return code
  if (isAsked('--firefox') && !findFirefox()) {
    console.error('There is no Firefox on this machine: leave `--firefox` out, or install it first.')
    return 1
  }
  const browser = isAsked('--firefox') || !findChromium() ? 'firefox' : 'chromium'
  const isVisible = hasDisplay && !isAsked('--headless')
  const demo = join(ROOT, 'scripts', 'demo', isVisible ? 'open.ts' : 'show.ts')
  return (await build(browser)) || (await run('inherit', NODE, ...SOURCES, demo, browser)).code
}

try {
  process.exitCode = await start()
} catch (error) {
  console.error(`npm start stopped: ${error.message}`)
  process.exitCode = 1
}
