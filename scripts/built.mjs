/**
 * Installs what is missing, builds Zeitwert for one browser and runs a script with it. `--firefox` uses Firefox.
 * Uses only built-ins, because it runs on any Node from version 20.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findChromium, findFirefox } from './find-browser.mjs'
import { NODE, ROOT, SOURCES, tool } from './tools.mjs'

export const hasOption = (option) => process.argv.includes(option)

/** Resolves with the exit code, and with the output if it is piped. */
const run = (stdio, program, ...words) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: ROOT, stdio })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (printed += text))
    // Ctrl-C also reaches the child. Wait for it to clean up before this process ends.
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

async function prepareAndRun(script, words) {
  const { code } = await run('inherit', process.execPath, join(ROOT, 'scripts', 'setup.mjs'), '--for=start')
  if (code !== 0) return code
  if (hasOption('--firefox') && !findFirefox()) {
    console.error('Firefox was not found. Install it, or leave out `--firefox`.')
    return 1
  }
  const browser = hasOption('--firefox') || !findChromium() ? 'firefox' : 'chromium'
  const file = join(ROOT, 'scripts', script)
  return (await build(browser)) || (await run('inherit', NODE, ...SOURCES, file, browser, ...words)).code
}

/** Runs a script of this folder with the browser’s name and more words; its exit code becomes that of `command`. */
export async function runBuilt(command, script, ...words) {
  try {
    process.exitCode = await prepareAndRun(script, words)
  } catch (error) {
    console.error(`${command} stopped: ${error.message}`)
    process.exitCode = 1
  }
}
