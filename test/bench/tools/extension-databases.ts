/** Where Chromium keeps what an extension has written, below a profile's directory. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** By the names under which they are reported. */
export function extensionDatabases(profile: string, id: string): Record<string, string[]> {
  const within = (...names: string[]): string => join(profile, 'Default', ...names)
  const names = existsSync(within('IndexedDB')) ? readdirSync(within('IndexedDB')) : []
  const indexed = names.filter(
    (name) => name.startsWith(`chrome-extension_${id}_`) && name.endsWith('.leveldb'),
  )
  return {
    IndexedDB: indexed.map((name) => within('IndexedDB', name)),
    'storage.local': [within('Local Extension Settings', id)],
    'storage.sync': [within('Sync Extension Settings', id)],
    'alarms and other state': [within('Extension State')],
  }
}
