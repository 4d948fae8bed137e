import { useMemo, useState } from 'preact/hooks'
import { partsChosenBefore, totalsToBring } from '../../domain/file/foreign/bring'
import {
  type ForeignImport,
  openPartsIn,
  summaryOf,
  totalsOfRows,
  withParts,
} from '../../domain/file/foreign/foreign-rows'
import type { TotalBrowser } from '../../domain/record/day-total'
import { surfaceBook } from '../../domain/surface/surface-book'
import { surfaceRules } from '../../domain/surface/surface-rules'
import { t } from '../../platform/i18n'
import { timeOfWeek } from '../figure/format'
import { useOwnId } from '../form/use-own-id'
import { sourceName } from '../totals/coverage-words'
import { BrowserChoice, DatesChoice } from './foreign-choices'
import { ForeignParts } from './foreign-parts'
import { ForeignPreview } from './foreign-preview'
import type { ForeignAnswer, ForeignAsked } from './use-import'

interface Props {
  asked: ForeignAsked
  /** Until when the import can be undone. */
  until: number
  onBring: (answer: ForeignAnswer) => void
  onClose: () => void
}

/** What the person answered so far, and what follows from it. */
function useAnswers({ readings, here, opinions }: ForeignAsked) {
  const [which, setWhich] = useState(0)
  const [browser, setBrowser] = useState<TotalBrowser>('unsure')
  const reading = readings[which] as ForeignImport
  const [parts, setParts] = useState<ReadonlyMap<string, string>>(() => partsChosenBefore(reading.rows, here))
  // What counts on a phone was in no browser.
  const place = reading.source === 'stayfree' ? 'other' : browser
  const profileOf = useMemo(() => surfaceBook(opinions), [opinions])
  const open = useMemo(() => openPartsIn(summaryOf(reading.rows).surfaces), [reading])
  const rows = useMemo(() => withParts(reading.rows, parts), [reading, parts])
  const summary = useMemo(() => summaryOf(rows), [rows])
  const preview = useMemo(
    () =>
      totalsToBring(here, totalsOfRows(rows, { source: reading.source, batch: 0, browser: place })).preview,
    [here, rows, place],
  )
  const choosePart = (surface: string, chosen: string) =>
    setParts((before) => {
      const after = new Map(before)
      if (chosen === surface) after.delete(surface)
      else after.set(surface, chosen)
      return after
    })
  const { splits } = useMemo(() => surfaceRules(opinions), [opinions])
  const answer: ForeignAnswer = { source: reading.source, rows, browser: place }
  return {
    which,
    setWhich,
    browser,
    setBrowser,
    parts,
    choosePart,
    splits,
    reading,
    profileOf,
    open,
    summary,
    preview,
    answer,
  }
}

/** Shows what a file of another tool would bring, and asks what it cannot say, before anything is written. */
export function ForeignQuestion({ asked, until, onBring, onClose }: Props) {
  const { reading, summary, preview, answer, ...said } = useAnswers(asked)
  const id = useOwnId()
  const isNew = preview.added + preview.grown + preview.answered > 0
  return (
    <section class="card import-question" aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{asked.name}</bdi> <span class="soft">{sourceName(reading.source)}</span>
      </h3>
      {asked.readings.length > 1 && (
        <DatesChoice readings={asked.readings} which={said.which} onChoose={said.setWhich} />
      )}
      <ForeignPreview summary={summary} left={reading.left} preview={preview} profileOf={said.profileOf} />
      {said.open.length > 0 && (
        <ForeignParts
          open={said.open}
          chosen={said.parts}
          splits={said.splits}
          profileOf={said.profileOf}
          onChoose={said.choosePart}
        />
      )}
      {reading.source !== 'stayfree' && <BrowserChoice browser={said.browser} onChoose={said.setBrowser} />}
      <p class="hint">{t('bring_until', timeOfWeek(until))}</p>
      <div class="actions">
        <button type="button" class="primary" disabled={!isNew} onClick={() => onBring(answer)}>
          {t('data_import_now')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </section>
  )
}
