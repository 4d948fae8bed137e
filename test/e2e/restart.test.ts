import { describe, expect, test } from 'vitest'
import { LASTING_BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { closedSpans, openSpan, pass, recording, useLastingScene } from './scene.ts'

describe.each(LASTING_BROWSERS)('$name', ({ launch }) => {
  const scene = useLastingScene(launch)

  const visit = async (address: string, surface: string): Promise<void> => {
    const page = await scene.browser.newPage()
    await scene.browser.goto(page, address)
    await recording(scene.browser, surface)
  }

  /** Kills the browser while a page is in front; returns when that was. */
  const killInTheMiddle = async (): Promise<number> => {
    await pass(7)
    const killedAt = Date.now()
    await scene.browser.kill()
    return killedAt
  }

  const endOfLastSpan = async (surface: string): Promise<number> => {
    const span = await until(`the span on ${surface} is closed`, async () =>
      (await closedSpans(scene.browser)).find((candidate) => candidate.surface === surface),
    )
    return span.end
  }

  test('killing the browser and restarting it at once loses at most one beat and adds nothing', async () => {
    await visit('https://www.coursera.org/', 'coursera.org')
    const killedAt = await killInTheMiddle()
    await scene.startAgain()
    await visit('https://www.zeit.de/', 'zeit.de')
    const end = await endOfLastSpan('coursera.org')
    expect(end).toBeLessThanOrEqual(killedAt)
    expect(killedAt - end).toBeLessThanOrEqual(6000)
  })

  test('killing the browser and restarting it later loses at most one beat and adds nothing', async () => {
    const killedAt = await killInTheMiddle()
    await pass(6)
    await scene.startAgain()
    await visit('https://www.example.org/', 'example.org')
    const end = await endOfLastSpan('zeit.de')
    expect(end).toBeLessThanOrEqual(killedAt)
    expect(killedAt - end).toBeLessThanOrEqual(6000)
  })

  test('after the restarts every row is valid and the last page has the open span', async () => {
    const spans = await closedSpans(scene.browser)
    expect(spans.map(({ surface }) => surface)).toEqual(expect.arrayContaining(['coursera.org', 'zeit.de']))
    expect(spans.filter(({ start, end }) => !(end > start))).toEqual([])
    expect((await openSpan(scene.browser))?.surface).toBe('example.org')
  })
})
