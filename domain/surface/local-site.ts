/**
 * Sites that lie on this computer or in the network around it: files, the computer itself, routers, printers, servers at
 * home and in an office. Sources: RFC 1918, 3927 and 6598 for addresses of version 4, RFC 4193 and 4291 for version 6,
 * RFC 6761, 6762 (appendix G) and 8375 and ICANN's reservation of `.internal` for names.
 */

/** Endings that never lead to the public network. */
const ENDINGS = /(?:^|\.)(?:localhost|local|internal|intranet|private|corp|home|lan|test|home\.arpa)$/

/** Names under which common routers answer, though their ending is a public one. */
const ROUTERS: ReadonlySet<string> = new Set(['fritz.box', 'speedport.ip', 'easy.box'])

/** Of version 4: this computer, private, link-local, and shared between customers of a provider. */
function isLocalV4(parts: readonly number[]): boolean {
  const [a = 0, b = 0] = parts
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  )
}

/** Of version 6, as browsers write it: this computer, unique local, link-local, and local ones of version 4 inside. */
function isLocalV6(address: string): boolean {
  if (address === '::' || address === '::1') return true
  const inside = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address)
  if (inside) {
    const [high = 0, low = 0] = inside.slice(1).map((group) => Number.parseInt(group, 16))
    return isLocalV4([high >> 8, high & 255, low >> 8, low & 255])
  }
  return /^f[cd][\da-f]{2}:|^fe[89ab][\da-f]:/.test(address)
}

/** Whether a site (see surface.ts) is local: a file, a private address, a name without a dot, or a name that only a local network knows. */
export function isLocalSite(site: string): boolean {
  if (site.startsWith('[')) return isLocalV6(site.slice(1, -1))
  if (!site.includes('.')) return true
  if (/^\d+(?:\.\d+){3}$/.test(site)) return isLocalV4(site.split('.').map(Number))
  return ENDINGS.test(site) || ROUTERS.has(site)
}
