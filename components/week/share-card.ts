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
import { rateText } from './rate-text'

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

  /** Draws words from `x` on, smaller if room is short, then cut off; returns their width. */
  text(
    words: string,
    x: number,
    y: number,
    size: number,
    colour: Colour,
    weight = 400,
    room = INNER,
  ): number {
    const context = this.#context
    const widthIn = (px: number, text: string) => {
      context.font = `${weight} ${px}px system-ui, sans-serif`
      return context.measureText(text).width
    }
    let px = size
    while (px > size / 2 && widthIn(px, words) > room) px -= 1
    let shown = words
    while (shown.length > 1 && widthIn(px, shown) > room) shown = `${shown.slice(0, -2).trimEnd()}…`
    context.fillStyle = COLOURS[colour]
    context.fillText(shown, x, y)
    return widthIn(px, shown)
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
  paper.text(t('time'), MARGIN, 226, 20, 'soft')
  paper.text(duration(opening.timeMs), MARGIN, 288, 60, 'ink', 600, 360)
  const room = (INNER - 380) / 3
  for (const [index, [name, text, colour]] of amounts.entries()) {
    const x = MARGIN + 380 + index * room
    paper.text(name, x, 226, 20, 'soft')
    paper.text(text, x, 286, 34, colour, 600, room - 24)
    if (name === t('returned')) paper.text(assumedWord(statement.total), x, 314, 16, 'soft', 400, room - 24)
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
  const shown = shownTimes(kinds.map(({ timeMs }) => timeMs))
  for (const [index, { kind }] of kinds.entries()) {
    const left = MARGIN + (index % 4) * column
    const y = 402 + Math.floor(index / 4) * 32
    paper.box(kind, left, y - 14, 14, 14)
    paper.text(
      `${t(`kind_${kind}`)}  ${duration(shown[index] ?? 0)}`,
      left + 24,
      y,
      20,
      'ink',
      400,
      column - 48,
    )
  }
}

/** The sites with the highest profit and the highest loss. */
function sites(paper: Paper, { stated: { best, dearest } }: StatementFacts, currency: string): void {
  for (const [index, [title, [line]]] of (
    [
      [t('statement_best'), best],
      [t('statement_dearest'), dearest],
    ] as const
  ).entries()) {
    if (!line) continue
    const x = MARGIN + (index * INNER) / 2
    paper.text(title, x, 506, 16, 'soft')
    const net = line.money ? signedMoney(line.money.netMinor, currency) : ''
    paper.text(`${fullName(line.profile)}  ${net}`, x, 534, 22, 'ink', 500, INNER / 2 - 24)
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
  const width = paper.text(title, MARGIN, 122, 48, 'ink', 600)
  if (title !== name) paper.text(name, MARGIN + width + 20, 122, 26, 'soft', 400, INNER - width - 20)
  paper.text(finding, MARGIN, 154, 20, 'soft')
  paper.box('ink', MARGIN, 168, INNER, 3)
  figures(paper, facts, currency)
  if (stated.statement.kinds.length > 0) kindBar(paper, stated.statement.kinds)
  if (withSites && currency !== null) sites(paper, facts, currency)
  paper.box('rule', MARGIN, 552, INNER, 1)
  paper.text('Zeitwert', MARGIN, 590, 22, 'ink', 600)
  const since = facts.revaluedSince
  const said = [
    issuedText(facts.issuedAt),
    since === null ? '' : revaluedShortly(since),
    totalsShortly(facts.totals ?? []),
  ].join(' ')
  const rate = currency === null ? '' : rateText(facts)
  const [left, room] = [MARGIN + 130, INNER - 130]
  paper.text(said, left, rate === '' ? 590 : 578, 18, 'soft', 400, room)
  paper.text(rate, left, 604, 18, 'soft', 400, room)
  return paper.blob()
}
