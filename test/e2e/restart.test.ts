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

  /** Kills the browser in the middle of a page and tells when that was. */
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

  test('a browser killed and restarted at once loses at most a beat and invents nothing', async () => {
    await visit('https://www.coursera.org/', 'coursera.org')
    const killedAt = await killInTheMiddle()
    await scene.startAgain()
    await visit('https://www.zeit.de/', 'zeit.de')
    const end = await endOfLastSpan('coursera.org')
    expect(end).toBeLessThanOrEqual(killedAt)
    expect(killedAt - end).toBeLessThanOrEqual(6000)
  })

  test('a browser killed and restarted after a while loses no more and invents nothing', async () => {
    const killedAt = await killInTheMiddle()
    await pass(6)
    await scene.startAgain()
    await visit('https://www.example.org/', 'example.org')
    const end = await endOfLastSpan('zeit.de')
    expect(end).toBeLessThanOrEqual(killedAt)
    expect(killedAt - end).toBeLessThanOrEqual(6000)
  })

  test('no row is broken and at most one span is open', async () => {
    const spans = await closedSpans(scene.browser)
    expect(spans.map(({ surface }) => surface)).toEqual(expect.arrayContaining(['coursera.org', 'zeit.de']))
    expect(spans.filter(({ start, end }) => !(end > start))).toEqual([])
    expect((await openSpan(scene.browser))?.surface).toBe('example.org')
  })
})
