/** A statement as Markdown, for notes. */
import type { SourceTime } from '../../domain/record/total-source'
import type { StatedPromise, StatementFacts } from '../../domain/statement/issued-statement'
import type { Opening } from '../../domain/statement/period-statement'
import type { Line, SurfaceLine } from '../../domain/statement/statement'
import { shownName } from '../../domain/surface/shown-name'
import { shownTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { coverageWords } from '../totals/coverage-words'
import { duration, money, signedMoney, whole } from '../figure/format'
import { fullName } from '../figure/full-name'
import { focusSumWords } from '../focus/focus-words'
import type { SaidFinding } from '../insight/findings-said'
import { periodName } from '../period/period-name'
import { outcomeText, promiseText } from '../promise/promise-words'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { dearestHourText } from './dearest-hour'
import { issuedText, revaluedText, statementTitle } from './issued-words'
import { keptWords, passesWords } from './kept-words'
import { rateText } from './rate-text'

/** Invisible, and neither a space nor a part of any address. */
const JOINER = '\u2060'

/** On a page, a sign is joined to its amount. Notes are copied on, into tables that calculate: there it would be in the way. */
const JOINED_SIGN = new RegExp(`([−±+])${JOINER}`, 'g')

/**
 * Escapes a name, which comes from outside: no character in it is Markdown, and no address becomes a link. Some programs
 * look for `a.b` and `a@b` after they have resolved the escapes, so that only a character in between helps.
 */
const plain = (text: string): string =>
  shownName(text)
    .replace(/(?<=[^\s\d])\.(?=\S)|\.(?=\p{L})|@/gu, `${JOINER}$&${JOINER}`)
    .replace(/[\\`*_{}[\]<>()#+!|~=%$&^-]/g, '\\$&')
    .replace(/:(?=\/\/)/g, `\\:${JOINER}`)
    .replace(/\s+/g, ' ')

/** The time of a source whose name, if it has one of the person’s, is plain text. */
const withPlainName = (time: SourceTime): SourceTime =>
  time.name === undefined ? time : { ...time, name: plain(time.name) }

/** A table: the first column has words, the others have figures. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| --- |${' ---: |'.repeat(head.length - 1)}`,
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
]

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]

/** Writes amounts in a currency, or leaves them out. */
class Amounts {
  readonly currency: string | null
  constructor(currency: string | null) {
    this.currency = currency
  }
  get heads(): string[] {
    return this.currency === null ? [] : [t('cost'), t('returned'), t('net')]
  }
  of(costMinor: number | null, returnMinor: number | null, netMinor: number | null): string[] {
    const { currency } = this
    if (currency === null) return []
    const text = (minor: number | null, format: typeof money) =>
      minor === null ? '' : format(minor, currency)
    return [text(costMinor, money), text(returnMinor, money), text(netMinor, signedMoney)]
  }
  line({ money: amounts }: Line): string[] {
    return this.of(amounts?.costMinor ?? null, amounts?.returnMinor ?? null, amounts?.netMinor ?? null)
  }
}

function openingTable(
  { stated: { opening, begins, before, median } }: StatementFacts,
  amounts: Amounts,
): string[] {
  const { currency } = amounts
  const row = (name: string, { timeMs, costMinor, returnMinor, netMinor, yieldMinor }: Opening) => [
    name,
    duration(timeMs),
    ...amounts.of(costMinor, returnMinor, netMinor),
    ...(currency === null ? [] : [yieldMinor === null ? '' : money(yieldMinor, currency)]),
  ]
  return table(
    ['', t('time'), ...amounts.heads, ...(currency === null ? [] : [t('returned_an_hour')])],
    [
      row(t('statement_now'), opening),
      ...(begins === null ? [row(t('statement_before'), before)] : []),
      ...(median ? [row(t('statement_median', whole(median.of)), median.opening)] : []),
    ],
  )
}

/** Lines with their times in whole minutes that add up, as on the page. */
const inMinutes = <One extends Line>(lines: readonly One[]): [One, string][] => {
  const shown = shownTimes(lines.map(({ timeMs }) => timeMs))
  return lines.map((line, row) => [line, duration(shown[row] ?? 0)])
}

const surfacesTable = (lines: readonly SurfaceLine[], amounts: Amounts): string[] =>
  lines.length === 0
    ? []
    : table(
        [t('site'), t('time'), ...amounts.heads],
        inMinutes(lines).map(([line, time]) => [plain(fullName(line.profile)), time, ...amounts.line(line)]),
      )

/** Rules kept, passes taken, and focus hours. */
const keptLines = (
  { limits, focus }: Pick<StatementFacts, 'limits' | 'focus'>,
  nameOf: NameOf,
  isMoneyHidden: boolean,
): string[] =>
  [
    ...limits.rules.map(
      (one) => `${plain(ruleSentence(one.rule, nameOf, isMoneyHidden))}: ${keptWords(one)}`,
    ),
    passesWords(limits, isMoneyHidden),
    focus ? focusSumWords(focus) : '',
  ]
    .filter(Boolean)
    .map((words) => `- ${words}`)

const promiseLines = (promises: readonly StatedPromise[], isMoneyHidden: boolean): string[] =>
  promises.map(
    ({ commitment, actualMs }) =>
      `- ${plain(promiseText(commitment))}: ${outcomeText(commitment, actualMs, isMoneyHidden)}`,
  )

function findingLine({ title, words, basis }: SaidFinding): string {
  const question = title.endsWith('?') ? title : `${title}:`
  return `- **${plain(question)}** ${plain(words.text)} _${plain(basis)}_`
}

/** The whole statement; without amounts if money is hidden. */
export function statementMarkdown(
  facts: StatementFacts,
  said: readonly SaidFinding[],
  nameOf: NameOf,
  isMoneyHidden: boolean,
): string {
  const { stated, totals = [], promises = [] } = facts
  const { period, statement, best, dearest, dearestHour } = stated
  const currency = isMoneyHidden ? null : facts.currency
  const amounts = new Amounts(currency)
  const title = statementTitle(period)
  const name = periodName(period)
  const revalued = facts.revaluedSince === null ? [] : ['', revaluedText(facts.revaluedSince)]
  const assumed = currency === null ? '' : assumedWord(statement.total)
  const remarks = [
    ...(assumed === '' ? [] : [t('statement_assumed', assumed)]),
    ...(currency !== null && statement.unpricedMs > 0
      ? [t('statement_unpriced', duration(statement.unpricedMs))]
      : []),
  ]
  const text = [
    `# Zeitwert, ${title}`,
    '',
    ...(title === name ? [] : [`${name}.`, '']),
    [issuedText(facts.issuedAt), currency === null ? '' : rateText(facts)].filter(Boolean).join(' '),
    ...revalued,
    '',
    ...openingTable(facts, amounts),
    ...(remarks.length === 0 ? [] : ['', remarks.join(' ')]),
    '',
    coverageWords(totals.map(withPlainName), currency !== null),
    ...section(
      t(currency === null ? 'time_by_kind' : 'profit_and_loss'),
      statement.kinds.length === 0
        ? []
        : table(
            [t('kind'), t('time'), ...amounts.heads],
            [
              ...inMinutes(statement.kinds).map(([line, time]) => [
                t(`kind_${line.kind}`),
                time,
                ...amounts.line(line),
              ]),
              [t('total'), duration(statement.total.timeMs), ...amounts.line(statement.total)],
            ],
          ),
    ),
    ...(currency === null ? [] : section(t('statement_best'), surfacesTable(best, amounts))),
    ...(currency === null ? [] : section(t('statement_dearest'), surfacesTable(dearest, amounts))),
    ...(currency === null || !dearestHour
      ? []
      : section(t('statement_hour_title'), [plain(dearestHourText(dearestHour, currency))])),
    ...section(t('statement_kept'), keptLines(facts, nameOf, isMoneyHidden)),
    ...section(t('promise_week'), promiseLines(promises, isMoneyHidden)),
    ...section(t('insights'), said.map(findingLine)),
    '',
  ].join('\n')
  return text.replace(JOINED_SIGN, '$1')
}
