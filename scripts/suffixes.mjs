/**
 * Writes domain/surface/suffix-list.ts from the public suffix list that the development dependency tldts carries. Run
 * it after an update of tldts; a test compares the two.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './tools.mjs'

const trie = await import(pathToFileURL(join(ROOT, 'node_modules/tldts/dist/es6/src/data/trie.js')).href)
const { nodeFlags, edgeStart, edgeLength, edgeChild, labelText, rulesRoot, exceptionsRoot } = trie

const labels = []
let offset = 0
for (const length of edgeLength) {
  labels.push(labelText.slice(offset, offset + length))
  offset += length
}

/** All names below a node that are rules, by their labels from the right. */
function* rulesBelow(node, path = []) {
  for (let edge = edgeStart[node]; edge < edgeStart[node + 1]; edge += 1) {
    const name = [...path, labels[edge]]
    const child = edgeChild[edge]
    if (nodeFlags[child] !== 0) yield name
    yield* rulesBelow(child, name)
  }
}

// Host names of URLs are in ASCII, so the other spelling of each rule is not needed.
const isAscii = (name) => name.every((label) => /^[!-~]*$/.test(label))
const byEnding = new Map()
for (const [root, mark] of [
  [rulesRoot, ''],
  [exceptionsRoot, '!'],
])
  for (const [ending, ...rest] of rulesBelow(root))
    if (isAscii([ending, ...rest]) && rest.length > 0) {
      const rules = byEnding.get(ending) ?? []
      byEnding.set(ending, [...rules, mark + rest.toReversed().join('.')])
    }

const lines = [...byEnding].sort(([a], [b]) => (a < b ? -1 : 1))
const text = lines.map(([ending, rules]) => `\\n${ending}: ${rules.sort().join(' ')} `).join('')
await writeFile(
  join(ROOT, 'domain/surface/suffix-list.ts'),
  `/**
 * The public suffix list (publicsuffix.org, MPL 2.0), private section included, without endings of one label. A line
 * for each last label: the rules that end in it, without it, between spaces. Made by scripts/suffixes.mjs.
 */
export const SUFFIX_LIST =
  '${text}\\n'
`,
)
