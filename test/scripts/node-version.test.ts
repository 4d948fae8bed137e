import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problemWithNode } from '../../scripts/setup/node-version.mjs'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('set-up', () => {
  test.each(['20.0.0', '20.20.1', '24.9.0', '100.0.0'])('accepts Node %s', (version) => {
    expect(problemWithNode(version)).toBeNull()
  })

  test.each(['18.20.4', '19.9.0', '8.0.0'])('refuses Node %s with a clear message', (version) => {
    expect(problemWithNode(version)).toContain(`needs Node 20 or newer, and this is Node ${version}`)
  })

  test('needs the Node version that README and package.json name', () => {
    expect(read('README.md')).toContain('[Node.js](https://nodejs.org) 20 or newer')
    expect(JSON.parse(read('package.json')).engines.node).toBe('>=20')
  })
})
