/** A statement as a picture to share: always light, and without the names of sites unless asked for. */
import type { StatementFacts } from '../../domain/statement/issued-statement'
import type { KindLine } from '../../domain/statement/statement'
import { shownTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { totalsShortly } from '../totals/coverage-words'
import { duration, money, signedMoney } from '../figure/format'
import { fullName } from '../figure/full-name'
import { periodName } from '../period/period-name'
import { issuedText, revaluedShortly, statementTitle } from './issued-words'
import { ratesShortly, rateText } from './rate-text'

const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 72
const INNER = WIDTH - 2 * MARGIN

/** The tokens of the light theme: a shared picture does not follow the theme of its owner's screen. */
const COLOURS = {
  paper: '#fbfaf7',
  ink: '#1b1c1e',
  soft: '#6a6b6e',
  rule: '#e4e1d8',
  gain: '#1f5f5b',
  loss: '#9a3412',
  feed: '#c2703d',
  video: '#d9a441',
  news: '#a59c7d',
  chat: '#7d8aa5',
  companion: '#b0627a',
  shopping: '#8c6d46',
  games: '#5d7f4e',
  learning: '#2f7f79',
  work: '#31506b',
  ai: '#7a5c86',
  other: '#b9b5a8',
} as const

type Colour = keyof typeof COLOURS

interface Wanted {
  withSites: boolean
  /** A sentence without amounts and names of sites; empty for none. */
  finding: string
  isMoneyHidden: boolean
}

/** How words are drawn. */
interface Look {
  size: number
  colour: Colour
  weight?: number
  /** The width that is there. */
  room?: number
}

/** A canvas with the few drawing functions that the card needs. */
class Paper {
  readonly canvas = document.createElement('canvas')
  readonly #context: CanvasRenderingContext2D

  constructor() {
    this.canvas.width = WIDTH
    this.canvas.height = HEIGHT
    this.#context = this.canvas.getContext('2d') as CanvasRenderingContext2D
    this.box('paper', 0, 0, WIDTH, HEIGHT)
  }

  box(colour: Colour, x: number, y: number, width: number, height: number): void {
    this.#context.fillStyle = COLOURS[colour]
    this.#context.fillRect(x, y, width, height)
  }

  #widthOf(words: string, size: number, weight = 400): number {
    this.#context.font = `${weight} ${size}px system-ui, sans-serif`
    return this.#context.measureText(words).width
  }

  /** The largest size up to that of the look, and not below `least`, at which the words fit. */
  #fitting(words: string, { size, weight, room = INNER }: Look, least: number): number {
    let px = size
    while (px > least && this.#widthOf(words, px, weight) > room) px -= 1
    return px
  }

  /** Whether words fit at half their size. */
  fits(words: string, look: Look): boolean {
    const { size, weight, room = INNER } = look
    return this.#widthOf(words, this.#fitting(words, look, size / 2), weight) <= room
  }

  /** Draws words without figures from `x` on, smaller if room is short, then cut off; returns their width. */
  text(words: string, x: number, y: number, look: Look): number {
    return this.#cut(words, x, y, { ...look, size: this.#fitting(words, look, look.size / 2) })
  }

  #cut(words: string, x: number, y: number, { size, colour, weight, room = INNER }: Look): number {
    let letters = Array.from(words)
    let shown = words
    while (letters.length > 0 && this.#widthOf(shown, size, weight) > room) {
      letters = letters.slice(0, -1)
      shown = `${letters.join('').trimEnd()}…`
    }
    const width = this.#widthOf(shown, size, weight)
    this.#context.fillStyle = COLOURS[colour]
    this.#context.fillText(shown, x, y)
    return width
  }

  /** Draws a figure, as small as it has to be: it is never cut off. */
  figure(figure: string, x: number, y: number, look: Look): void {
    const size = this.#fitting(figure, look, 1)
    this.#cut(figure, x, y, { ...look, size, room: Infinity })
  }

  /** Draws a name and its figure. If room is short, both get smaller, then the name is cut off. */
  named(name: string, figure: string, x: number, y: number, look: Look): void {
    const { size, weight, room = INNER } = look
    const gap = size / 2
    const px = this.#fitting(`${name} ${figure}`, { ...look, room: room - gap }, size * 0.75)
    const left = room - gap - this.#widthOf(figure, px, weight)
    const width = left <= 0 ? 0 : this.#cut(name, x, y, { ...look, size: px, room: left }) + gap
    this.figure(figure, x + width, y, { ...look, size: px, room: room - width })
  }

  blob(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      this.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
    })
  }
}

/** Figures side by side, each below its name. */
function figures(paper: Paper, { stated }: StatementFacts, currency: string | null): void {
  const { opening, statement } = stated
  const { costMinor, returnMinor, netMinor } = opening
  const amounts: [string, string, Colour][] =
    currency === null || costMinor === null || returnMinor === null || netMinor === null
      ? []
      : [
          [t('cost'), money(costMinor, currency), 'ink'],
          [t('returned'), money(returnMinor, currency), 'ink'],
          [t('net'), signedMoney(netMinor, currency), netMinor < 0 ? 'loss' : 'gain'],
        ]
  paper.text(t('time'), MARGIN, 226, { size: 20, colour: 'soft' })
  paper.figure(duration(opening.timeMs), MARGIN, 288, { size: 60, colour: 'ink', weight: 600, room: 360 })
  const column = (INNER - 380) / 3
  const room = column - 24
  for (const [index, [name, text, colour]] of amounts.entries()) {
    const x = MARGIN + 380 + index * column
    paper.text(name, x, 226, { size: 20, colour: 'soft', room })
    paper.figure(text, x, 286, { size: 34, colour, weight: 600, room })
    if (name === t('returned'))
      paper.text(assumedWord(statement.total), x, 314, { size: 16, colour: 'soft', room })
  }
}

/** Time by kind as one bar, and its legend below. */
function kindBar(paper: Paper, kinds: readonly KindLine[]): void {
  const whole = kinds.reduce((sum, { timeMs }) => sum + timeMs, 0)
  let x = MARGIN
  for (const { kind, timeMs } of kinds) {
    const width = (INNER * timeMs) / whole
    paper.box(kind, x, 340, Math.max(1, width - 2), 20)
    x += width
  }
  const column = INNER / 4
  const look: Look = { size: 20, colour: 'ink', room: column - 48 }
  const shown = shownTimes(kinds.map(({ timeMs }) => timeMs))
  for (const [index, { kind }] of kinds.entries()) {
    const left = MARGIN + (index % 4) * column
    const y = 402 + Math.floor(index / 4) * 32
    paper.box(kind, left, y - 14, 14, 14)
    paper.named(t(`kind_${kind}`), duration(shown[index] ?? 0), left + 24, y, look)
  }
}

/** The sites with the highest profit and the highest loss. */
function sites(paper: Paper, { stated: { best, dearest } }: StatementFacts, currency: string): void {
  const room = INNER / 2 - 24
  for (const [index, [title, [line]]] of (
    [
      [t('statement_best'), best],
      [t('statement_dearest'), dearest],
    ] as const
  ).entries()) {
    if (!line) continue
    const x = MARGIN + (index * INNER) / 2
    paper.text(title, x, 506, { size: 16, colour: 'soft', room })
    const net = line.money ? signedMoney(line.money.netMinor, currency) : ''
    paper.named(fullName(line.profile), net, x, 534, { size: 22, colour: 'ink', weight: 500, room })
  }
}

/** Draws the card as PNG, 1200 × 630. */
export function drawCard(
  facts: StatementFacts,
  { withSites, finding, isMoneyHidden }: Wanted,
): Promise<Blob> {
  const { stated } = facts
  const currency = isMoneyHidden ? null : facts.currency
  const paper = new Paper()
  const title = statementTitle(stated.period)
  const name = periodName(stated.period)
  const width = paper.text(title, MARGIN, 122, { size: 48, colour: 'ink', weight: 600 })
  if (title !== name)
    paper.text(name, MARGIN + width + 20, 122, { size: 26, colour: 'soft', room: INNER - width - 20 })
  paper.text(finding, MARGIN, 154, { size: 20, colour: 'soft' })
  paper.box('ink', MARGIN, 168, INNER, 3)
  figures(paper, facts, currency)
  if (stated.statement.kinds.length > 0) kindBar(paper, stated.statement.kinds)
  if (withSites && currency !== null) sites(paper, facts, currency)
  paper.box('rule', MARGIN, 552, INNER, 1)
  paper.text('Zeitwert', MARGIN, 590, { size: 22, colour: 'ink', weight: 600 })
  const since = facts.revaluedSince
  const said = [
    issuedText(facts.issuedAt),
    since === null ? '' : revaluedShortly(since),
    totalsShortly(facts.totals ?? []),
  ].join(' ')
  const left = MARGIN + 130
  const look: Look = { size: 18, colour: 'soft', room: INNER - 130 }
  const rates = currency === null ? [] : [rateText(facts), ratesShortly(facts)]
  const rate = rates.find((text) => paper.fits(text, look)) ?? rates.at(-1) ?? ''
  paper.figure(said, left, rate === '' ? 590 : 578, look)
  paper.figure(rate, left, 604, look)
  return paper.blob()
}
