import type { CatalogRow } from './entry'

const capitalised = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1)

/** The labels in a part of a list, without names: `Süddeutsche` → `suddeutsche`, `Rolling_Stone` → `rollingstone`. */
export const labelsIn = (lines: string): string => {
  const written = lines.replaceAll(/ .*$|_/gm, '')
  return (
    /[^\n -~]/.test(written) ? written.normalize('NFD').replaceAll(/\p{M}/gu, '') : written
  ).toLowerCase()
}

/**
 * Reads a list of sites. A line that begins with a dot is an ending (`.co.uk`), each other line the site before it: its
 * name, if the letters of the name are the label (`DeviantArt`, `Rolling_Stone`, `La_Nación`; `bild` is capitalised);
 * else the label, a space and the name (`nytimes New York Times`). One text for a kind is smaller than a list of lists
 * and takes less time to read.
 */
export function rowsIn(list: string): CatalogRow[] {
  const rows: CatalogRow[] = []
  let ending = ''
  for (const line of list.trim().split('\n')) {
    if (line.startsWith('.')) {
      ending = line
      continue
    }
    const space = line.indexOf(' ')
    const written = space < 0 ? line : line.slice(0, space)
    const label = labelsIn(written)
    const ownName = written === label ? capitalised(label) : written.replaceAll('_', ' ')
    rows.push([label + ending, space < 0 ? ownName : line.slice(space + 1)])
  }
  return rows
}
