import type { ChildProcess } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { BrowserProcess } from '../e2e/harness/browser-process'

afterEach(() => vi.restoreAllMocks())

test('resume signals only a suspended browser, because Windows has no such signal', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  const browser = new BrowserProcess({ pid: 4711 } as ChildProcess)
  browser.resume()
  expect(kill).not.toHaveBeenCalled()
  browser.suspend()
  browser.resume()
  browser.resume()
  expect(kill.mock.calls).toEqual([
    [-4711, 'SIGSTOP'],
    [-4711, 'SIGCONT'],
  ])
})
