import { decimalMark } from '../../components/figure/numbers'
import type { NameOf } from '../../components/rule/rule-sentence'
import type { PictureWanted } from '../../components/week/share-picture'
import type { Exports } from '../../components/week/statement-actions'
import { issue, type StatementFacts } from '../../domain/statement/issued-statement'
import { spreadsheetCsv } from '../../domain/file/spreadsheet-csv'
import { statementCsv } from '../../domain/file/statement-csv'
import { statementFileName } from '../../domain/file/statement-file'
import { statementJson } from '../../domain/file/statement-json'
import type { Settings } from '../../domain/settings/settings'
import { saveFile } from '../../platform/save-file'
import { rememberIssued } from '../../storage/statement/statements'
import type { FindingsShown } from './use-findings'

const utf8 = (text: string, type: string) => new Blob([text], { type: `${type};charset=utf-8` })

async function loadMark(): Promise<HTMLImageElement> {
  const mark = new Image()
  mark.src = '/icons/recording-128.png'
  await mark.decode()
  return mark
}

/** What the files say: with all names, or as others see it (domain/file/unnamed.ts). */
export interface Exported extends Pick<FindingsShown, 'findings' | 'said'> {
  facts: StatementFacts
}

/**
 * Exports a statement. The first export of a finished period is remembered as its issue, with the figures at that
 * moment, those of the whole statement. Not to remember are a period that is not over, because its figures will change
 * anyway, and a statement of this device alone.
 */
export function statementExports(
  token: string,
  whole: StatementFacts,
  { facts, findings, said }: Exported,
  shared: string,
  settings: Settings,
  nameOf: NameOf,
  isToRemember: boolean,
): Exports {
  const isMoneyHidden = settings.moneyHidden
  const { period } = whole.stated
  const issued = async () => !isToRemember || rememberIssued(issue(token, whole))
  // Loaded on demand.
  const markdown = async () =>
    (await import('../../components/week/markdown')).statementMarkdown(facts, said, nameOf, isMoneyHidden)
  const drawPicture = async ({ withFinding, ...wanted }: PictureWanted) => {
    const [{ drawCard }, mark] = await Promise.all([import('../../components/week/share-card'), loadMark()])
    return drawCard(facts, { ...wanted, finding: withFinding ? shared : '', isMoneyHidden }, mark)
  }
  return {
    copyMarkdown: async () => {
      await navigator.clipboard.writeText(await markdown())
      await issued()
    },
    saveMarkdown: async () => {
      saveFile(statementFileName(period, 'md'), utf8(await markdown(), 'text/markdown'))
      await issued()
    },
    saveCsv: async () => {
      saveFile(statementFileName(period, 'csv'), utf8(statementCsv(facts, findings), 'text/csv'))
      await issued()
    },
    saveSpreadsheet: async () => {
      const table = spreadsheetCsv(statementCsv(facts, findings), decimalMark())
      saveFile(statementFileName(period, 'spreadsheet.csv'), utf8(table, 'text/csv'))
      await issued()
    },
    saveJson: async () => {
      saveFile(
        statementFileName(period, 'json'),
        utf8(statementJson(facts, findings, settings), 'application/json'),
      )
      await issued()
    },
    drawPicture,
    savePicture: async (wanted) => {
      saveFile(statementFileName(period, 'png'), await (await drawPicture(wanted)).blob())
      await issued()
    },
    copyPicture: async (wanted) => {
      const picture = await (await drawPicture(wanted)).blob()
      await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })])
      await issued()
    },
    print: async () => {
      print()
      await issued()
    },
  }
}
