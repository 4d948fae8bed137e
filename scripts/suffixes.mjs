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

/** The rules of an ending: those of one label more, then a group for each longer ending. Names are not repeated. */
function grouped(rules) {
  const groups = Map.groupBy(rules, (rule) => rule.split('.').slice(1).join('.'))
  const firstLabels = (some) =>
    some
      .map((rule) => rule.split('.')[0])
      .sort()
      .join(' ')
  const byLastLabel = ([a], [b]) =>
    a.split('.').toReversed().join() < b.split('.').toReversed().join() ? -1 : 1
  return [...groups]
    .sort(byLastLabel)
    .map(([rest, some]) => `${rest === '' ? '' : `|${rest}:`} ${firstLabels(some)} `)
    .join('')
}

const lines = [...byEnding].sort(([a], [b]) => (a < b ? -1 : 1))
const text = lines.map(([ending, rules]) => `\\n${ending}:${grouped(rules)}`).join('')
await writeFile(
  join(ROOT, 'domain/surface/suffix-list.ts'),
  `/**
 * The public suffix list (publicsuffix.org, MPL 2.0), private section included, without endings of one label. A line
 * for each last label: the labels that make a rule with it, between spaces, then \`|\` with what else they end in.
 * Made by scripts/suffixes.mjs.
 */
export const SUFFIX_LIST =
  '${text}\\n'
`,
)
