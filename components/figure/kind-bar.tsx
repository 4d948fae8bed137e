import { useState } from 'preact/hooks'
import { barParts } from '../../domain/statement/drawn-kinds'
import type { KindLine } from '../../domain/statement/statement'
import { columnOfTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { ColumnTime } from './figures'
import { columnDuration } from './format'
import { tn } from './plural'
import { useFitting } from './use-fitting'
import './kind-bar.css'

const kindName = (kind: KindLine['kind']) => t(`kind_${kind}`)

/** More lines would leave too little room for the sites. */
const LINES = 2

interface Props {
  kinds: readonly KindLine[]
  /** The kind that is being recorded now. */
  current: KindLine['kind'] | undefined
  runningMs: number
}

/** Time by kind as one stacked bar. Its legend has at most two lines; a button shows the kinds that do not fit. */
export function KindBar({ kinds, current, runningMs }: Props) {
  const { times, shown } = columnOfTimes(kinds, ({ kind }) => kind === current, runningMs)
  const rows = kinds
    .map(({ kind }, row) => ({ kind, ms: times[row] ?? 0, shownMs: shown[row] ?? 0 }))
    .filter(({ shownMs }) => shownMs > 0)
  const [isWhole, setWhole] = useState(false)
  const key = rows.map(({ kind, shownMs }) => kind + columnDuration(shownMs)).join()
  const { list, count } = useFitting(key, LINES)
  const most = isWhole || count === null ? rows.length : count
  const left = rows.length - most
  const names = kinds.map(({ kind }) => kind)
  return (
    <section class="kind-bar" aria-label={t('time_by_kind')}>
      <div class="bar" aria-hidden="true">
        {barParts(names, times).map(({ kind, ms }) => (
          <span key={kind} style={{ flexGrow: ms, backgroundColor: `var(--kind-${kind})` }} />
        ))}
      </div>
      <ul ref={list} class={count === null && !isWhole ? 'cut' : ''}>
        {rows.slice(0, most).map(({ kind, ms, shownMs }) => (
          <li key={kind}>
            <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
            <span class="soft">{kindName(kind)}</span> <ColumnTime ms={ms} shownMs={shownMs} />
          </li>
        ))}
        {(left > 0 || (count === null && !isWhole)) && (
          <li>
            <button type="button" class="small" onClick={() => setWhole(true)}>
              {tn('kinds_more', left || rows.length)}
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}
