import { type ChildProcess, spawn, type SpawnOptions, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { atEnd } from './at-end.ts'
import { until } from './until.ts'

/** A virtual display with a window manager, so that focus and input work as on a real desktop. */
export interface Display {
  /** The environment for programs that should appear on it. */
  readonly env: { DISPLAY: string }
  /** Moves the mouse, as a person would. */
  input(): void
  /** Presses keys one after the other, as a person who types; resolves after the last one. */
  type(keys: readonly string[], msAKey: number): Promise<void>
  /** Holds a key down for a while. */
  hold(key: string, ms: number): Promise<void>
  /** Moves focus from the browser to the window manager, as another program would. */
  focusOtherProgram(): Promise<void>
  /** Shows the browser's desktop, on which new windows appear from now on. */
  showBrowser(): void
  focusBrowser(): Promise<void>
  /** Ends it. If nobody does, it ends with this process. */
  stop(): Promise<void>
}

export async function startDisplay(): Promise<Display> {
  // Without `-noreset` the server resets whenever its last client leaves.
  const server = await started(
    spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }),
  )
  const programs = [server]
  try {
    const env = { DISPLAY: `:${await numberOf(server)}` }
    const options: SpawnOptions = { stdio: 'ignore', env: { ...process.env, ...env } }
    programs.unshift(await started(spawn('openbox', options)))
    return await displayOf(env, programs)
  } catch (error) {
    for (const program of programs) await end(program)
    throw error
  }
}

async function displayOf(env: Display['env'], programs: readonly ChildProcess[]): Promise<Display> {
  const xdotool = (...words: string[]) =>
    spawnSync('xdotool', words, { encoding: 'utf8', env: { ...process.env, ...env } })
  const command = (...words: string[]) => {
    const { error, status, stderr } = xdotool(...words)
    if (error) throw error
    if (status !== 0) throw new Error(`xdotool ${words.join(' ')}: ${stderr}`)
  }
  // Not `command`: a test goes on while somebody types.
  const later = async (...words: string[]) => {
    const program = await started(spawn('xdotool', words, { env: { ...process.env, ...env } }))
    const [status] = program.exitCode === null ? await once(program, 'exit') : [program.exitCode]
    if (status !== 0) throw new Error(`xdotool ${words.join(' ')} ended with ${status}.`)
  }
  const focusedWindow = () => xdotool('getwindowfocus', 'getwindowname').stdout.trim()

  await until('the window manager is there', () => xdotool('get_num_desktops').status === 0)
  const showBrowser = () => command('set_desktop', '0')
  let x = 0
  const doNotKill = atEnd(() => programs.forEach((program) => program.kill()))
  return {
    env,
    input() {
      x = (x + 10) % 1000
      command('mousemove', String(x), '400')
    },
    type: (keys, msAKey) => later('key', '--delay', String(msAKey), ...keys),
    hold: (key, ms) => later('keydown', key, 'sleep', String(ms / 1000), 'keyup', key),
    // On an empty desktop the window manager itself has focus, in a window named Openbox.
    async focusOtherProgram() {
      command('set_desktop', '1')
      await until('the window manager has focus', () => focusedWindow() === 'Openbox')
    },
    showBrowser,
    async focusBrowser() {
      showBrowser()
      await until('the browser has focus', () => focusedWindow() !== 'Openbox')
    },
    async stop() {
      for (const program of programs) await end(program)
      doNotKill()
    },
  }
}

/** Waits until a program has started. Rejects if it does not exist. */
async function started(program: ChildProcess): Promise<ChildProcess> {
  await once(program, 'spawn')
  return program
}

/** The server picks a free display number and writes it to the pipe once it is ready. */
async function numberOf(server: ChildProcess): Promise<string> {
  const answer = once(server.stdio[3] as Readable, 'data')
  const failure = once(server, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}.`)))
  const [number] = (await Promise.race([answer, failure])) as [Buffer]
  return String(number).trim()
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const exit = once(program, 'exit')
  program.kill()
  await exit
}
