/**
 * The colours of kinds and of what one can press, computed from theme.css. Any two kinds can stand beside each other in
 * a bar, a legend or a table, so every pair has to differ. Difference: ΔE*ab 1976 in CIELAB (CIE 15, D65, 2°). Colour blindness:
 * the matrices for severity 1.0 of Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of
 * Color Vision Deficiency”, IEEE TVCG 15 (6), 2009, on linear RGB. Contrast: WCAG 2.2.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../domain/surface/kind'

type Triple = readonly [number, number, number]

const LEAST_DIFFERENCE = 12
const LEAST_CONTRAST = 3
const LEAST_OF_TEXT = 4.5

const styles = (file: string): string =>
  readFileSync(`${import.meta.dirname}/../../components/${file}`, 'utf8')

const css = styles('theme.css')
const [light = '', dark = ''] = css.split(":root[data-theme='dark']")
const tokensIn = (part: string) =>
  new Map([...part.matchAll(/--([a-z-]+): (#[\da-f]{6});/g)].map(([, name, hex]) => [name, hex as string]))
const THEMES = { light: tokensIn(light), dark: tokensIn(dark) }

/** The tokens of the borders by which buttons and fields are known. */
const BORDERS = [css, styles('form/form.css')].map(
  (text) =>
    /^(?:button,\n\.button|input:not\([^)]*\),\nselect) \{[^}]*border: 1px solid var\(--([a-z]+)\)/m.exec(
      text,
    )?.[1] ?? '',
)

/** How much of the colour of its kind a letter tile has; the rest is that of the card. */
const TILE = Number(/var\(--tile\) (\d+)%, var\(--card\)/.exec(styles('figure/site-icon.css'))?.[1]) / 100

const rgbOf = (hex = ''): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

const hexOf = (rgb: readonly number[]): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const VISIONS: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Linear RGB, 0 to 1. */
const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as unknown as Triple

const times = (matrix: readonly Triple[], [r, g, b]: Triple): Triple =>
  matrix.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b))) as unknown as Triple

const LUMINANCE: Triple = [0.2126729, 0.7151522, 0.072175]
const luminance = ([r, g, b]: Triple): number => LUMINANCE[0] * r + LUMINANCE[1] * g + LUMINANCE[2] * b

function lab(rgb: Triple): Triple {
  const [r, g, b] = rgb
  const f = (part: number) => (part > 216 / 24_389 ? Math.cbrt(part) : ((24_389 / 27) * part + 16) / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(luminance(rgb))
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const difference = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

const contrast = (a: Triple, b: Triple): number => {
  const [brighter, darker] = [luminance(a), luminance(b)].toSorted((one, other) => other - one)
  return ((brighter as number) + 0.05) / ((darker as number) + 0.05)
}

test('the formulas give the values of their sources', () => {
  expect(lab(linear('#ff0000')).map(Math.round)).toEqual([53, 80, 67])
  expect(contrast(linear('#000000'), linear('#ffffff'))).toBeCloseTo(21)
})

describe.each(Object.entries(THEMES))('in the %s theme', (_theme, tokens) => {
  const colourOf = (name: string): Triple => linear(tokens.get(name) ?? '')

  test.each(Object.entries(VISIONS))(
    'any two kinds differ by ΔE 12 or more in %s vision',
    (_vision, matrix) => {
      const seen = KINDS.map((kind) => lab(times(matrix, colourOf(`kind-${kind}`))))
      const alike = KINDS.flatMap((one, i) =>
        KINDS.slice(0, i).flatMap((other, j) => {
          const apart = difference(seen[i]!, seen[j]!)
          return apart >= LEAST_DIFFERENCE ? [] : [`${one} and ${other}: ${apart.toFixed(1)}`]
        }),
      )
      expect(alike).toEqual([])
    },
  )

  test.each(['paper', 'card'])('every kind has 3:1 or more on %s', (ground) => {
    const faint = KINDS.map((kind) => [kind, contrast(colourOf(`kind-${kind}`), colourOf(ground))] as const)
    expect(faint.filter(([, ratio]) => !(ratio >= LEAST_CONTRAST))).toEqual([])
  })

  test.each(['paper', 'card'])('the border of a button and of a field has 3:1 or more on %s', (ground) => {
    for (const border of BORDERS)
      expect(contrast(colourOf(border), colourOf(ground))).toBeGreaterThanOrEqual(LEAST_CONTRAST)
  })

  test('the letter of a site without an icon has 4.5:1 or more on its tile', () => {
    const [card, ink] = [rgbOf(tokens.get('card')), colourOf('ink')]
    const tileOf = (kind: string) =>
      linear(hexOf(rgbOf(tokens.get(`kind-${kind}`)).map((part, at) => part * TILE + card[at]! * (1 - TILE))))
    const faint = KINDS.map((kind) => [kind, contrast(ink, tileOf(kind))] as const)
    expect(faint.filter(([, ratio]) => !(ratio >= LEAST_OF_TEXT))).toEqual([])
  })
})

test('the picture to share has the colours of the light theme', () => {
  const card = styles('week/paper.ts')
  const wrong = KINDS.filter((kind) => !card.includes(`  ${kind}: '${THEMES.light.get(`kind-${kind}`)}',`))
  expect(wrong).toEqual([])
})
