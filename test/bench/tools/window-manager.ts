import { spawnSync } from 'node:child_process'
import type { Display } from '../../e2e/harness/display.ts'

/** A person brings a window to the front, by a click on it or by the keyboard: it is the one with this title. */
export function activateWindow({ env }: Display, title: string): void {
  const words = ['search', '--onlyvisible', '--name', title, 'windowactivate']
  const { status, stderr } = spawnSync('xdotool', words, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`No window ${title} came to the front: ${stderr}`)
}
