import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A browser's processes. The driver starts the first one as a group leader, so one signal reaches all of them. */
export class BrowserProcess {
  readonly pid: number
  readonly #first: ChildProcess
  #isSuspended = false

  constructor(first: ChildProcess | null) {
    if (!first?.pid) throw new Error('The driver did not start this browser.')
    this.#first = first
    this.pid = first.pid
  }

  get isRunning(): boolean {
    return this.#first.exitCode === null && this.#first.signalCode === null
  }

  suspend(): void {
    process.kill(-this.pid, 'SIGSTOP')
    this.#isSuspended = true
  }

  /** Does nothing unless the processes are suspended, because Windows has no such signal. */
  resume(): void {
    if (this.#isSuspended) process.kill(-this.pid, 'SIGCONT')
    this.#isSuspended = false
  }

  async kill(): Promise<void> {
    if (!this.isRunning) return
    const ended = this.whenEnded()
    process.kill(-this.pid, 'SIGKILL')
    await ended
  }

  async whenEnded(): Promise<void> {
    if (this.isRunning) await once(this.#first, 'exit')
  }
}
