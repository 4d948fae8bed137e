/** Reads the builds as they will be installed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

export const BUILDS = ['chrome-mv3', 'firefox-mv3'] as const
export type Build = (typeof BUILDS)[number]

const folder = (build: Build): string => fileURLToPath(new URL(`../../.output/${build}/`, import.meta.url))

export const read = (build: Build, path: string): string => readFileSync(folder(build) + path, 'utf8')

export const files = (build: Build): string[] =>
  readdirSync(folder(build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder(build), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

export const manifest = (build: Build): Record<string, unknown> => JSON.parse(read(build, 'manifest.json'))

/** Static imports of a script; dynamic imports are left out. */
function importedBy(build: Build, path: string): string[] {
  const code = read(build, path)
  const specifiers = [
    ...code.matchAll(/(?:import|export)[^"'()]*?from\s*["']([^"']+)["']|import\s*["']([^"']+)["']/g),
  ]
  return specifiers.map(([, from, plain]) =>
    new URL((from ?? plain) as string, `file:///${path}`).pathname.slice(1),
  )
}

/** These files with everything that they import; dynamic imports are left out. */
export function withImports(build: Build, paths: readonly string[]): string[] {
  const wanted = [...paths]
  const found = new Set<string>()
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (found.has(path)) continue
    found.add(path)
    if (path.endsWith('.js')) wanted.push(...importedBy(build, path))
  }
  return [...found]
}

/** A page's scripts and styles with everything they import; not the page itself. */
export const assetsOf = (build: Build, page: string): string[] =>
  withImports(
    build,
    [...read(build, page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
      ([, path]) => path as string,
    ),
  )

/** Total size in bytes after gzip at its highest level, each file alone. */
export const gzipped = (build: Build, paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(read(build, path), { level: 9 }).length, 0)
