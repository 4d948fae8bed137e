import { SUFFIX_LIST } from './suffix-list'

/** The line of a last label; as cut from the list once. */
const blocks = new Map<string, string>()

/**
 * The list is searched as text: it takes microseconds, and unlike a tree it needs nothing built when the worker starts
 * (docs/decisions/043-little-runs-when-the-worker-starts.md).
 */
function lineOf(label: string): string {
  const known = blocks.get(label)
  if (known !== undefined) return known
  const at = SUFFIX_LIST.indexOf(`\n${label}:`)
  if (at < 0) return '' // kept only for the few endings that exist
  const block = `${SUFFIX_LIST.slice(at + label.length + 2, SUFFIX_LIST.indexOf('\n', at + 1))}|`
  blocks.set(label, block)
  return block
}

/** The labels that make a rule with the labels between them and the last one, between spaces. */
function rulesBefore(rest: readonly string[], line: string): string {
  const head = rest.length === 0 ? '' : `|${rest.join('.')}:`
  const at = line.indexOf(head)
  return at < 0 ? '' : line.slice(at + head.length, line.indexOf('|', at + head.length))
}

/** How many of the labels are the public suffix, by the list's algorithm: the longest rule, but exceptions first. */
function suffixLength(labels: readonly string[]): number {
  const line = lineOf(labels.at(-1) as string)
  for (let from = 0; from < labels.length - 1; from += 1) {
    const [first, ...rest] = labels.slice(from, -1) as [string, ...string[]]
    const rules = rulesBefore(rest, line)
    if (rules.includes(` !${first} `)) return labels.length - from - 1
    if (first !== '' && (rules.includes(` ${first} `) || rules.includes(' * '))) return labels.length - from
  }
  return 1
}

const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host)

/**
 * The registrable domain of a host as the URL parser writes it, in ASCII without a dot at the end: one label more than
 * the public suffix, private suffixes included. Null for an IP address and for a suffix itself.
 */
export function registrableDomain(host: string): string | null {
  if (isAddress(host)) return null
  const labels = host.split('.')
  const kept = suffixLength(labels) + 1
  return labels.length < kept || labels.slice(0, 1 - kept).every((label) => label === '')
    ? null
    : labels.slice(-kept).join('.')
}
