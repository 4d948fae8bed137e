import type { DayVisit } from '../../domain/statement/day-visits'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { SurfaceName } from '../figure/surface-name'
import { FromTo } from './clock-text'
import type { Span } from '../../domain/record/span'

interface Props {
  /** The visit selected on the strip; null for none. */
  visit: DayVisit | null
  onOpen: () => void
}

/** Describes the visit selected on the strip; without one, a hint how to select. */
export function Readout({ visit, onOpen }: Props) {
  return (
    <div class="readout">
      <p id="day-strip-hint" class={visit ? 'only-read' : 'soft'}>
        {t('day_strip_hint')}
      </p>
      {visit && (
        <>
          <span class="swatch" style={{ backgroundColor: `var(--kind-${visit.profile.kind})` }} />
          <SurfaceName profile={visit.profile} />
          <FromTo first={visit.spans[0] as Span} last={visit.spans.at(-1)} />
          <Time ms={visit.timeMs} />
          {visit.isEntered && <span class="soft">{t('visit_entered')}</span>}
          {visit.isRunning ? (
            <span class="soft">{t('now')}</span>
          ) : (
            <button type="button" class="text-button" onClick={onOpen}>
              {t('day_in_list')}
            </button>
          )}
        </>
      )}
    </div>
  )
}
