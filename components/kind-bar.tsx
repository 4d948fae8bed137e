import type { KindLine } from '../domain/statement'
import { t } from '../platform/i18n'
import { Time } from './figures'
import { clockDuration } from './format'
import './kind-bar.css'

const kindName = (kind: KindLine['kind']) => t(`kind_${kind}`)

/** Time per kind as one stacked bar, and its legend with the same figures. */
export const KindBar = ({ kinds }: { kinds: readonly KindLine[] }) => (
  <section class="kind-bar" aria-label={t('time_by_kind')}>
    <div class="bar" aria-hidden="true">
      {kinds.map(({ kind, timeMs }) => (
        <span key={kind} style={{ flexGrow: timeMs, backgroundColor: `var(--kind-${kind})` }} />
      ))}
    </div>
    <ul>
      {kinds.map(({ kind, timeMs }) => (
        <li key={kind}>
          <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
          <span class="soft">{kindName(kind)}</span> <Time ms={timeMs} format={clockDuration} />
        </li>
      ))}
    </ul>
  </section>
)
