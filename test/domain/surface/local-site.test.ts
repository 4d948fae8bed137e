import { describe, expect, test } from 'vitest'
import { typedPlace } from '../../../domain/surface/address'
import { isLocalSite } from '../../../domain/surface/local-site'

const siteAt = (address: string): string => {
  const place = typedPlace(address, [])
  if (!place) throw new Error(`${address} leads nowhere`)
  return place.site
}

describe('a site is local', () => {
  test.each([
    ['a file', 'file:///home/me/notes.html'],
    ['this computer', 'http://localhost:3000/'],
    ['a name of this computer', 'http://app.localhost/'],
    ['a printer', 'http://printer.local/'],
    ['a server in the home network', 'https://nas.home.arpa/'],
    ['a private name', 'https://wiki.corp.internal/'],
    ['a host behind a router', 'http://tv.lan/'],
    ['a router with a public ending', 'http://fritz.box/'],
    ['a name without a dot', 'http://intranet/'],
    ['loopback, version 4', 'http://127.0.0.1:8080/'],
    ['any address of this computer', 'http://0.0.0.0/'],
    ['private, 10/8', 'http://10.1.2.3/'],
    ['private, the first of 172.16/12', 'http://172.16.0.1/'],
    ['private, the last of 172.16/12', 'http://172.31.255.254/'],
    ['private, 192.168/16', 'http://192.168.178.1/'],
    ['link-local, version 4', 'http://169.254.1.1/'],
    ['shared between customers, 100.64/10', 'http://100.100.1.1/'],
    ['written as one number', 'http://2130706433/'],
    ['loopback, version 6', 'http://[::1]/'],
    ['unique local, version 6', 'http://[fd12:3456:789a::1]/'],
    ['link-local, version 6', 'http://[fe80::1]/'],
    ['private, version 4 in version 6', 'http://[::ffff:192.168.0.1]/'],
    ['with a dot at the end', 'http://printer.local./'],
  ])('%s', (_what, address) => {
    expect(isLocalSite(siteAt(address))).toBe(true)
  })
})

describe('a site is public', () => {
  test.each([
    ['a domain', 'https://example.org/'],
    ['a domain that begins like a local name', 'https://local.example.org/'],
    ['a domain that ends like one', 'https://mylocal.com/'],
    ['a name that only contains one', 'https://notfritz.box/'],
    ['a public address, version 4', 'http://8.8.8.8/'],
    ['just before a private range', 'http://172.15.255.255/'],
    ['just after a private range', 'http://172.32.0.1/'],
    ['just before the shared range', 'http://100.63.255.255/'],
    ['just after the shared range', 'http://100.128.0.1/'],
    ['a public address, version 6', 'http://[2001:4860:4860::8888]/'],
    ['a public address, version 4 in version 6', 'http://[::ffff:8.8.8.8]/'],
    ['a domain of numbers', 'https://10.0.0.1.example.org/'],
  ])('%s', (_what, address) => {
    expect(isLocalSite(siteAt(address))).toBe(false)
  })
})
