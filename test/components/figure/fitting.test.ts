import { expect, test } from 'vitest'
import { fittingCount } from '../../../components/figure/fitting'

const count = (widths: number[], lines = 2, moreWidth = 30) =>
  fittingCount({ widths, moreWidth, available: 100, gap: 10, lines })

test.each<[widths: number[], lines: number, items: number]>([
  [[], 2, 0],
  [[45, 45], 1, 2],
  [[45, 46], 1, 1],
  [[45, 45, 45, 45], 2, 4],
  [[45, 45, 45, 45, 5], 2, 3],
  [[45, 45, 90, 5], 2, 2],
  [[200, 200, 200], 2, 1],
])(
  'of items as wide as %j, with %d lines of 100 px and gaps of 10 px, %d fit beside the note',
  (widths, lines, items) => {
    expect(count(widths, lines)).toBe(items)
  },
)
