import { describe, expect, test } from 'vitest'
import { BROWSERS } from './harness/browsers.ts'
import type { StandInServer } from './harness/stand-in-server.ts'
import { until } from './harness/until.ts'
import { recording, useScene } from './scene.ts'

const COLLECTOR = 'collector.example'

declare global {
  /** Hosts that the security policy blocked for a page of the extension. */
  var stopped: string[]
}

/** Every way in which a page can load or send something without navigating. Each is tried with its own host. */
const WAYS = {
  fetch: (url: string) => void fetch(url),
  request: (url: string) => {
    const request = new XMLHttpRequest()
    request.open('GET', url)
    request.send()
  },
  socket: (url: string) => void new WebSocket(url.replace('https', 'wss')),
  events: (url: string) => void new EventSource(url),
  beacon: (url: string) => void navigator.sendBeacon(url),
  image: (url: string) => void (new Image().src = url),
  script: (url: string) => {
    document.head.append(Object.assign(document.createElement('script'), { src: url }))
  },
  style: (url: string) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }))
  },
  frame: (url: string) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
  },
  form: (url: string) => {
    const form = Object.assign(document.createElement('form'), { action: url })
    document.body.append(form)
    form.submit()
  },
}

const sentTo = (server: StandInServer) => server.requests().filter(({ host }) => host.endsWith(COLLECTOR))

/** Hosts that the browsers contact on their own, without any extension. */
const OF_THE_BROWSER = new Set(['accounts.google.com'])

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)

  test('the policy blocks every way in which a page can load or send something', async () => {
    const { browser, server } = scene
    const page = await browser.openExtensionPage('popup.html')
    await page.evaluate(() => {
      globalThis.stopped = []
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
        globalThis.stopped.push(new URL(blockedURI).hostname),
      )
    })
    for (const [way, attempt] of Object.entries(WAYS)) {
      const host = `${way}.${COLLECTOR}`
      const answer = page.evaluate(attempt, `https://${host}:${server.port}/`)
      await answer.catch(() => {}) // some ways throw at once; only the policy's report counts
      await until(`the policy blocks the ${way}`, () =>
        page.evaluate((wanted) => globalThis.stopped.includes(wanted), host),
      )
    }
    expect(sentTo(server)).toEqual([])
    await page.close()
  })

  test('recording sends no request besides those of the visited pages', async () => {
    const { browser, server } = scene
    const page = await browser.newPage()
    await browser.goto(page, 'https://www.zeit.de/')
    await recording(browser, 'zeit.de')
    const popup = await browser.openPopup()
    await popup.close()
    const hosts = server.requests().map(({ host }) => host)
    expect(new Set(hosts.filter((host) => !OF_THE_BROWSER.has(host)))).toEqual(new Set(['www.zeit.de']))
  })
})

describe('Chromium', () => {
  const scene = useScene(BROWSERS[0].launch)

  test('the policy blocks fetch and socket in the worker', async () => {
    const { browser, server } = scene
    const target = await browser.driver.waitForTarget((candidate) => candidate.type() === 'service_worker')
    const worker = await target.worker()
    const answers = await worker?.evaluate(
      (origin) =>
        Promise.allSettled([
          fetch(`${origin}/fetch`),
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`${origin.replace('https', 'wss')}/socket`)
            socket.addEventListener('open', resolve)
            socket.addEventListener('error', reject)
          }),
        ]).then((tried) => tried.map(({ status }) => status)),
      `https://worker.${COLLECTOR}:${server.port}`,
    )
    expect(answers).toEqual(['rejected', 'rejected'])
    expect(sentTo(server)).toEqual([])
  })
})
