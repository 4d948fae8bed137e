/** Where Chromium keeps what an extension has written, below a profile's directory. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** By the names under which they are reported. */
export function extensionDatabases(profile: string, id: string): Record<string, string[]> {
  const within = (...names: string[]): string => join(profile, 'Default', ...names)
  const indexed = readdirSync(within('IndexedDB'), { withFileTypes: true })
    .filter(({ name }) => name.startsWith(`chrome-extension_${id}_`) && name.endsWith('.leveldb'))
    .map(({ name }) => within('IndexedDB', name))
  return {
    IndexedDB: indexed,
    'storage.local': [within('Local Extension Settings', id)],
    'alarms and other state': [within('Extension State')],
  }
}
