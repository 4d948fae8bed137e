import type { Spread } from '../../domain/insight/concentration'
import { shownTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { ColumnTime } from '../figure/figures'
import { duration, whole } from '../figure/format'
import { tn } from '../figure/plural'
import { effectiveText, sharePercent } from './owners-words'

/** The attention in AI tools alone, by tool. */
export function AiTools({ tools: { shares, timeMs, effective, hhi } }: { tools: Spread }) {
  const shown = shownTimes(shares.map((tool) => tool.timeMs))
  return (
    <>
      <h3>{t('insight_owners_ai_title')}</h3>
      <p>
        {tn(
          'insight_owners_ai_numbers',
          shares.length,
          duration(timeMs),
          effectiveText(effective),
          whole(Math.round(hhi)),
        )}
      </p>
      <table class="why-table ai-tools">
        <thead>
          <tr>
            <th scope="col">{t('insight_owners_ai_tool')}</th>
            <th scope="col" class="number">
              {t('time')}
            </th>
            <th scope="col" class="number">
              {t('insight_owners_ai_share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((tool, row) => (
            <tr key={tool.name}>
              <th scope="row">{tool.name}</th>
              <td class="number">
                <ColumnTime ms={tool.timeMs} shownMs={shown[row] ?? 0} />
              </td>
              <td class="number">{sharePercent(tool.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
