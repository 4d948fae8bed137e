/**
 * A local HTTPS server that stands in for every web site. It answers for any host with a small page under that
 * name, and remembers all requests.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/certificate/${name}`, import.meta.url))

interface StandInRequest {
  host: string
  path: string
}

export interface StandInServer {
  port: number
  /** All requests so far, to one host or to all. */
  requests(host?: string): readonly StandInRequest[]
  /** Forgets all requests, and answers with other pages from now on. */
  serve(pages: Record<string, string>): void
  close(): Promise<void>
}

/** `pages` holds HTML bodies by host and path (`'www.youtube.com/watch': SOUND`). All other pages are plain. */
export async function startStandInServer(first: Record<string, string> = {}): Promise<StandInServer> {
  let pages = first
  let requests: StandInRequest[] = []

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { hostname: host, pathname: path } = new URL(request.url ?? '/', `https://${request.headers.host}`)
    requests.push({ host, path })
    const redirect = REDIRECT.exec(path)
    if (redirect) respondElsewhere(response, request, redirect)
    else if (path === '/favicon.svg') respond(response, 'image/svg+xml', favicon(host))
    else respond(response, 'text/html', page(host, pages[host + path] ?? ''))
  }

  const server = createServer({ cert: fixture('certificate.pem'), key: fixture('key.pem') }, answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    requests: (host) => requests.filter((request) => host === undefined || request.host === host),
    serve(others) {
      pages = others
      requests = []
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** `/redirect/3/www.example.org` leads to that host in three redirects. */
const REDIRECT = /^\/redirect\/(\d+)\/([\w.-]+)$/

function respondElsewhere(
  response: ServerResponse,
  request: IncomingMessage,
  [, steps = '0', host = '']: RegExpExecArray,
): void {
  const port = /:\d+$/.exec(request.headers.host ?? '')?.[0] ?? ''
  const next = Number(steps) - 1
  const location = next > 0 ? `/redirect/${next}/${host}` : `https://${host}${port}/`
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end()
}

function respond(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}

const page = (host: string, body: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${host}</title>
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<h1>${host}</h1>
${body}
</html>`

/** The host's first letter on a colour derived from its name. */
function favicon(host: string): string {
  const name = host.replace(/^www\./, '')
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<rect width="16" height="16" rx="3" fill="hsl(${hue} 60% 40%)"/>
<text x="8" y="12" font-size="11" font-family="sans-serif" text-anchor="middle" fill="#fff">${name[0]}</text>
</svg>`
}
