import { useMemo, useState } from 'preact/hooks'
import { opinionsToBring } from '../../domain/file/foreign/category-kinds'
import { partsChosenBefore, totalsToBring } from '../../domain/file/foreign/bring'
import {
  type ForeignImport,
  openPartsIn,
  rowsOfDays,
  summedRows,
  summaryOf,
  totalsOfRows,
  withParts,
} from '../../domain/file/foreign/foreign-rows'
import { leftBesideApps, rowsOfApps, surfaceOfApp } from '../../domain/file/foreign/foreign-apps'
import { rulesToBring } from '../../domain/file/foreign/limit-rules'
import type { TotalBrowser } from '../../domain/record/day-total'
import type { Split } from '../../domain/surface/address'
import { surfaceBook } from '../../domain/surface/surface-book'
import { surfaceRules } from '../../domain/surface/surface-rules'
import { t } from '../../platform/i18n'
import { timeOfWeek } from '../figure/format'
import { useOwnId } from '../form/use-own-id'
import { sourceName } from '../totals/coverage-words'
import { BrowserChoice, DatesChoice } from './foreign-choices'
import { ForeignApps } from './foreign-apps'
import { ForeignLimits } from './foreign-limits'
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

/** The sites that the person typed for apps, and what follows from them. */
function useApps({ apps, left }: ForeignImport, splits: readonly Split[]) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const surfaceOf = (text: string) => surfaceOfApp(text, splits)
  const given = useMemo(
    () =>
      new Map(
        [...typed].flatMap(([app, text]) => {
          const surface = surfaceOf(text)
          return surface === null ? [] : [[app, surface] as const]
        }),
      ),
    [typed, splits],
  )
  const rows = useMemo(() => rowsOfApps(apps, given), [apps, given])
  return {
    typed,
    surfaceOf,
    rows,
    left: leftBesideApps(left, apps, given),
    type: (app: string, text: string) => setTyped((before) => new Map(before).set(app, text)),
  }
}

/** What the person answered so far, and what follows from it. */
function useAnswers({ readings, here, opinions, rules, spans }: ForeignAsked) {
  const [which, setWhich] = useState(0)
  const [browser, setBrowser] = useState<TotalBrowser>('unsure')
  const reading = readings[which] as ForeignImport
  const [parts, setParts] = useState<ReadonlyMap<string, string>>(() => partsChosenBefore(reading.rows, here))
  // What counts on a phone was in no browser.
  const place = reading.source === 'stayfree' ? 'other' : browser
  const profileOf = useMemo(() => surfaceBook(opinions), [opinions])
  const { splits } = useMemo(() => surfaceRules(opinions), [opinions])
  const apps = useApps(reading, splits)
  const all = useMemo(() => summedRows([...reading.rows, ...apps.rows]), [reading, apps.rows])
  const open = useMemo(() => openPartsIn(summaryOf(all).surfaces), [all])
  const rows = useMemo(() => withParts(all, parts), [all, parts])
  const summary = useMemo(() => summaryOf([...rows, ...rowsOfDays(reading.days)]), [rows, reading])
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
  const { source, limits, kinds, days } = reading
  const adding = useMemo(() => rulesToBring(limits, rules), [limits, rules])
  const given = useMemo(() => opinionsToBring(kinds, opinions), [kinds, opinions])
  const answer: ForeignAnswer = { source, rows, browser: place, limits, kinds, days }
  return {
    which,
    setWhich,
    browser,
    setBrowser,
    parts,
    choosePart,
    splits,
    apps,
    reading,
    profileOf,
    open,
    summary,
    preview,
    adding,
    given,
    spans: days.length > 0 ? spans[place] : null,
    answer,
  }
}

/** Until when the import can be undone, and what of it stays. */
const untilWords = ({ rows, limits }: ForeignAnswer, until: number): string =>
  [
    t(rows.length > 0 ? 'bring_until' : 'bring_until_plain', timeOfWeek(until)),
    ...(limits.length > 0 ? [t('bring_limits_stay')] : []),
  ].join(' ')

/** Shows what a file of another tool would bring, and asks what it cannot say, before anything is written. */
export function ForeignQuestion({ asked, until, onBring, onClose }: Props) {
  const { reading, summary, preview, spans, adding, given, answer, profileOf, ...said } = useAnswers(asked)
  const id = useOwnId()
  const hasTimes = answer.rows.length + answer.days.length > 0
  const changes = preview.added + preview.grown + preview.answered + (spans?.added ?? 0)
  const isNew = changes + adding.length + given.length > 0
  return (
    <section class="card import-question" aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{asked.name}</bdi> <span class="soft">{sourceName(reading.source)}</span>
      </h3>
      {asked.readings.length > 1 && (
        <DatesChoice readings={asked.readings} which={said.which} onChoose={said.setWhich} />
      )}
      <ForeignPreview
        summary={hasTimes ? summary : null}
        spans={spans}
        notes={reading.notes}
        left={said.apps.left}
        preview={preview}
        kinds={given}
        profileOf={profileOf}
      />
      {reading.limits.length > 0 && (
        <ForeignLimits limits={reading.limits} adding={adding} profileOf={profileOf} />
      )}
      {reading.apps.length > 0 && (
        <ForeignApps
          apps={reading.apps}
          typed={said.apps.typed}
          surfaceOf={said.apps.surfaceOf}
          profileOf={profileOf}
          onType={said.apps.type}
        />
      )}
      {said.open.length > 0 && (
        <ForeignParts
          open={said.open}
          chosen={said.parts}
          splits={said.splits}
          profileOf={profileOf}
          onChoose={said.choosePart}
        />
      )}
      {hasTimes && reading.source !== 'stayfree' && (
        <BrowserChoice browser={said.browser} hasSpans={spans !== null} onChoose={said.setBrowser} />
      )}
      <p class="hint">{untilWords(answer, until)}</p>
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
