/** How much of a list fits into a few lines. */

interface Sizes {
  /** Width of each item, px. */
  widths: readonly number[]
  /** Width of the note that stands for the items left out, px. */
  moreWidth: number
  available: number
  gap: number
  lines: number
}

/** Whether items of these widths fit, filled in line by line. */
function fits(widths: readonly number[], { available, gap, lines }: Sizes): boolean {
  let [line, used] = [1, 0]
  for (const width of widths) {
    const with_ = used === 0 ? width : used + gap + width
    if (with_ <= available || used === 0) used = with_
    else [line, used] = [line + 1, width]
  }
  return line <= lines
}

/** How many of the first items fit: all of them, or as many as leave room for the note; at least one. */
export function fittingCount(sizes: Sizes): number {
  const { widths, moreWidth } = sizes
  if (fits(widths, sizes)) return widths.length
  let count = widths.length - 1
  while (count > 1 && !fits([...widths.slice(0, count), moreWidth], sizes)) count -= 1
  return count
}
