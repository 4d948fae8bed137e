import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { endLeft } from '../e2e/harness/end-left'

const started = (directory: string) => {
  const program = spawn('sleep', ['60'], { env: { ...process.env, TMPDIR: directory } })
  return { program, ended: once(program, 'exit') }
}

test.runIf(process.platform === 'linux')(
  'programs with the directory of a run are ended, others go on',
  async () => {
    const [left, other] = [started('/tmp/a-run'), started('/tmp/a-run-of-others')]
    await Promise.all([left, other].map(({ program }) => once(program, 'spawn')))
    endLeft('/tmp/a-run')
    expect(await left.ended).toEqual([null, 'SIGKILL'])
    expect(other.program.signalCode).toBeNull()
    other.program.kill()
    await other.ended
  },
)
