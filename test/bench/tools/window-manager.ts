import { spawnSync } from 'node:child_process'
import type { Display } from '../../e2e/harness/display.ts'

/** Brings the window with this title to the front through the window manager, as a person does. */
export function activateWindow({ env }: Display, title: string): void {
  const words = ['search', '--onlyvisible', '--name', title, 'windowactivate']
  const { status, stderr } = spawnSync('xdotool', words, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`No window ${title} came to the front: ${stderr}`)
}
