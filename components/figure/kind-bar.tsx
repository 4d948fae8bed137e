import type { KindLine } from '../../domain/statement/statement'
import { columnOfTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { ColumnTime } from './figures'
import './kind-bar.css'

const kindName = (kind: KindLine['kind']) => t(`kind_${kind}`)

interface Props {
  kinds: readonly KindLine[]
  /** The kind that is being recorded now. */
  current: KindLine['kind'] | undefined
  runningMs: number
}

/** Time by kind as one stacked bar, with a legend whose figures add up to the day. */
export function KindBar({ kinds, current, runningMs }: Props) {
  const { times, shown } = columnOfTimes(kinds, ({ kind }) => kind === current, runningMs)
  return (
    <section class="kind-bar" aria-label={t('time_by_kind')}>
      <div class="bar" aria-hidden="true">
        {kinds.map(({ kind }, row) => (
          <span key={kind} style={{ flexGrow: times[row], backgroundColor: `var(--kind-${kind})` }} />
        ))}
      </div>
      <ul>
        {kinds.map(({ kind }, row) => (
          <li key={kind}>
            <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
            <span class="soft">{kindName(kind)}</span>{' '}
            <ColumnTime ms={times[row] ?? 0} shownMs={shown[row] ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  )
}
