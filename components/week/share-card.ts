/**
 * A statement as a picture to share: a sentence and the shares of kinds. Amounts, rates and names of sites are in it
 * only if asked for.
 */
import type { StatementFacts } from '../../domain/statement/issued-statement'
import { kindShares } from '../../domain/statement/kind-shares'
import type { Statement, SurfaceLine } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { duration, money, percent, signedMoney } from '../figure/format'
import { fullName } from '../figure/full-name'
import { periodName } from '../period/period-name'
import { totalsShortly } from '../totals/coverage-words'
import { issuedText, revaluedShortly, statementTitle } from './issued-words'
import { type Colour, HEIGHT, INNER, LEADING, type WordStyle, MARGIN, Paper, WIDTH } from './paper'
import { type PictureSentence, pictureSentence } from './picture-words'
import { ratesShortly, rateText } from './rate-text'

export interface Wanted {
  /** Amounts and rates; hidden money wins. */
  withMoney: boolean
  withNames: boolean
  /** A sentence without amounts and names of sites; empty for none. */
  finding: string
  isMoneyHidden: boolean
}

/** A part of the picture, drawn from its upper edge on. */
interface Block {
  height: number
  draw: (y: number) => void
}

/** The lines between which the blocks stand. */
const TOP = 112
const BOTTOM = 556

function header(paper: Paper, mark: CanvasImageSource, { stated: { period } }: StatementFacts): void {
  paper.image(mark, MARGIN, 48, 44)
  const brand = paper.text(t('extension_name'), MARGIN + 58, 80, { size: 28, colour: 'ink', weight: 600 })
  const [title, name] = [statementTitle(period), periodName(period)]
  const words = title === name ? name : `${title} · ${name}`
  const style: WordStyle = { size: 24, colour: 'soft', room: INNER - 58 - brand - 32 }
  const width = Math.min(paper.widthOf(words, style), style.room as number)
  paper.figure(words, WIDTH - MARGIN - width, 80, style)
}

/** The sentence, with its figure in the colour of gain or loss. */
function sentence(
  paper: Paper,
  { text, figure, isLoss }: PictureSentence,
  wished: number,
  most: number,
): Block {
  const style: WordStyle = { size: wished, colour: 'ink', weight: 600 }
  const { lines, size } = paper.broken(text, style, most)
  const ofFigure: Colour = isLoss === null ? 'ink' : isLoss ? 'loss' : 'gain'
  const line = size * LEADING
  return {
    height: lines.length * line,
    draw: (top) => {
      for (const [row, words] of lines.entries()) {
        const at = figure === '' ? -1 : words.indexOf(figure)
        const parts: [string, Colour][] =
          at < 0
            ? [[words, 'ink']]
            : [
                [words.slice(0, at), 'ink'],
                [figure, ofFigure],
                [words.slice(at + figure.length), 'ink'],
              ]
        let x = MARGIN
        for (const [part, colour] of parts)
          if (part !== '') x += paper.figure(part, x, top + row * line + size, { ...style, size, colour })
      }
    },
  }
}

function findingBlock(paper: Paper, finding: string, most: number): Block {
  const style: WordStyle = { size: 24, colour: 'soft' }
  const { lines, size } = paper.broken(finding, style, most)
  const line = size * LEADING
  return {
    height: lines.length * line,
    draw: (top) => {
      for (const [row, words] of lines.entries())
        paper.figure(words, MARGIN, top + row * line + size, { ...style, size })
    },
  }
}

/** Cost, return and net side by side, each below its name. */
function amounts(paper: Paper, { total }: Statement, currency: string): Block[] {
  if (!total.money) return []
  const { costMinor, returnMinor, netMinor } = total.money
  const assumed = assumedWord(total)
  const figures: [string, string, Colour][] = [
    [t('cost'), money(costMinor, currency), 'ink'],
    [`${t('returned')}${assumed && `, ${assumed}`}`, money(returnMinor, currency), 'ink'],
    [t('net'), signedMoney(netMinor, currency), netMinor < 0 ? 'loss' : 'gain'],
  ]
  const column = INNER / figures.length
  const room = column - 24
  const draw = (top: number) => {
    for (const [index, [name, text, colour]] of figures.entries()) {
      const x = MARGIN + index * column
      paper.text(name, x, top + 18, { size: 18, colour: 'soft', room })
      paper.figure(text, x, top + 56, { size: 34, colour, weight: 600, room })
    }
  }
  return [{ height: 64, draw }]
}

const LEGEND_COLUMNS = 4
const LEGEND_ROW = 36

/** The shares of kinds as one bar, and its legend below. */
function kinds(paper: Paper, { kinds: lines }: Statement, title: string): Block[] {
  const shares = kindShares(
    lines.map(({ kind }) => kind),
    lines.map(({ timeMs }) => timeMs),
  )
  const whole = shares.reduce((sum, { ms }) => sum + ms, 0)
  if (whole === 0) return []
  const named = shares.filter((share) => share.percent > 0)
  const column = INNER / LEGEND_COLUMNS
  const style: WordStyle = { size: 22, colour: 'ink', room: column - 48 }
  const draw = (top: number) => {
    paper.figure(title, MARGIN, top + 20, { size: 20, colour: 'soft' })
    let x = MARGIN
    for (const [index, { kind, ms }] of shares.entries()) {
      const width = (INNER * ms) / whole
      const gap = index === shares.length - 1 ? 0 : 3
      paper.box(kind, x, top + 38, Math.max(1, width - gap), 28, Math.min(4, width / 3))
      x += width
    }
    for (const [index, share] of named.entries()) {
      const left = MARGIN + (index % LEGEND_COLUMNS) * column
      const y = top + 104 + Math.floor(index / LEGEND_COLUMNS) * LEGEND_ROW
      paper.box(share.kind, left, y - 16, 16, 16, 4)
      paper.named(t(`kind_${share.kind}`), percent(share.percent), left + 26, y, style)
    }
  }
  return [{ height: 76 + Math.ceil(named.length / LEGEND_COLUMNS) * LEGEND_ROW, draw }]
}

type NamedSite = [title: string, name: string, figure: string]

const mostTime = ({ surfaces, total }: Statement): NamedSite[] =>
  surfaces
    .slice(0, 3)
    .map(({ profile, timeMs }) => ({ profile, share: Math.round((100 * timeMs) / total.timeMs) }))
    .filter(({ share }) => share > 0)
    .map(({ profile, share }, row) => [
      row === 0 ? t('picture_most_time') : '',
      fullName(profile),
      percent(share),
    ])

/** The sites with the highest profit and the highest loss. */
const bestAndDearest = ({ stated: { best, dearest } }: StatementFacts, currency: string): NamedSite[] =>
  (
    [
      [t('picture_best'), best[0]],
      [t('picture_dearest'), dearest[0]],
    ] satisfies [string, SurfaceLine | undefined][]
  ).flatMap(([title, line]) =>
    line?.money
      ? [[title, fullName(line.profile), signedMoney(line.money.netMinor, currency)] as NamedSite]
      : [],
  )

function sites(paper: Paper, named: readonly NamedSite[]): Block[] {
  if (named.length === 0) return []
  const column = INNER / named.length
  const room = column - 24
  const draw = (top: number) => {
    for (const [index, [title, name, figure]] of named.entries()) {
      const x = MARGIN + index * column
      paper.text(title, x, top + 18, { size: 18, colour: 'soft', room })
      paper.named(name, figure, x, top + 50, { size: 22, colour: 'ink', room })
    }
  }
  return [{ height: 58, draw }]
}

function footer(paper: Paper, facts: StatementFacts, basis: string, withRate: boolean): void {
  const { issuedAt, revaluedSince: since, totals = [] } = facts
  paper.box('rule', MARGIN, BOTTOM + 12, INNER, 1)
  const revalued = since === null ? '' : revaluedShortly(since)
  const said = [basis, issuedText(issuedAt), revalued, totalsShortly(totals)].filter(Boolean).join(' ')
  const style: WordStyle = { size: 18, colour: 'soft' }
  const rates = withRate ? [rateText(facts), ratesShortly(facts)] : []
  const rate = rates.find((text) => paper.fits(text, style)) ?? rates.at(-1) ?? ''
  paper.figure(said, MARGIN, rate === '' ? HEIGHT - 34 : HEIGHT - 40, style)
  paper.figure(rate, MARGIN, HEIGHT - 16, style)
}

/** Draws blocks one below the other, with the same space around each. */
function stack(blocks: readonly Block[]): void {
  const whole = blocks.reduce((sum, { height }) => sum + height, 0)
  const gap = Math.max(0, (BOTTOM - TOP - whole) / (blocks.length + 1))
  let y = TOP + gap
  for (const { height, draw } of blocks) {
    draw(y)
    y += height + gap
  }
}

/** Draws the card, 1200 × 630. `mark` is the product's icon. */
export function drawCard(facts: StatementFacts, wanted: Wanted, mark: CanvasImageSource): Paper {
  const { statement } = facts.stated
  const { withNames, finding, isMoneyHidden } = wanted
  const currency = wanted.withMoney && !isMoneyHidden ? facts.currency : null
  const paper = new Paper()
  const said = pictureSentence(facts, isMoneyHidden)
  const named = !withNames ? [] : currency === null ? mostTime(statement) : bestAndDearest(facts, currency)
  const isOfTime = said.isLoss === null
  const title = isOfTime ? t('time_by_kind') : t('picture_kinds', duration(statement.total.timeMs))
  const figures = [
    ...(currency === null ? [] : amounts(paper, statement, currency)),
    ...kinds(paper, statement, title),
    ...sites(paper, named),
  ]
  const isFull = figures.length > 2 && finding !== ''
  const most = isFull ? 1 : 2
  const words = [
    sentence(paper, said, figures.length > 1 || finding !== '' ? 48 : 72, most),
    ...(finding === '' ? [] : [findingBlock(paper, finding, most)]),
  ]
  header(paper, mark, facts)
  stack([...words, ...figures])
  footer(paper, facts, said.basis, currency !== null)
  paper.canvas.role = 'img'
  paper.canvas.ariaLabel = said.text
  return paper
}
