import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import { recording, useScene } from './scene.ts'

/** Every way in which code of a page or a worker might reach a server. */
const attempts = async (origin: string): Promise<string[]> => {
  const tried = await Promise.allSettled([
    fetch(`${origin}/fetch`),
    new Promise((resolve, reject) => {
      const image = new Image()
      image.addEventListener('load', resolve)
      image.addEventListener('error', reject)
      image.src = `${origin}/image`
    }),
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${origin.replace('https', 'wss')}/socket`)
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    }),
    new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.addEventListener('load', resolve)
      script.addEventListener('error', reject)
      script.src = `${origin}/script`
      document.head.append(script)
    }),
  ])
  navigator.sendBeacon?.(`${origin}/beacon`)
  return tried.map(({ status }) => status)
}

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('no page of the extension can reach a server, however it tries', async () => {
    const { browser, server } = scene
    const page = await browser.openExtensionPage('popup.html')
    const results = await page.evaluate(attempts, `https://collector.example:${server.port}`)
    expect(results).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
    expect(server.requests('collector.example')).toEqual([])
    await page.close()
  })

  test('in a while of recording nothing is asked for but what the pages ask for themselves', async () => {
    const { browser, server } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    const popup = await browser.openPopup()
    await popup.close()
    const ofTheBrowser = /(google|gstatic|mozilla|firefox)/
    const hosts = server.requests().map(({ host }) => host)
    expect(new Set(hosts.filter((host) => !ofTheBrowser.test(host)))).toEqual(new Set(['www.zeit.de']))
  })
})

describe('Chromium', () => {
  const scene = useScene(BROWSERS[0].launch)

  test('the worker cannot reach a server', async () => {
    const { browser, server } = scene
    const target = await browser.driver.waitForTarget((candidate) => candidate.type() === 'service_worker')
    const worker = await target.worker()
    const failure = await worker?.evaluate(
      (address) =>
        fetch(address).then(
          () => 'arrived',
          (error: unknown) => String(error),
        ),
      `https://collector.example:${server.port}/fetch`,
    )
    expect(failure).toMatch(/TypeError/)
    expect(server.requests('collector.example')).toEqual([])
  })
})
