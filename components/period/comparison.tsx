import type { ComponentChildren } from 'preact'
import { t } from '../../platform/i18n'
import type { ComparedFigure } from './compared-figure'
import './comparison.css'

interface Props {
  /** What the figures are compared with. */
  words: string
  figures: readonly ComparedFigure[]
  /** How many periods the medians are of, in words; null without medians. */
  medianOf: string | null
  children?: ComponentChildren
}

/** What a row of figures is compared with, and on demand the other comparisons of each. */
export const ComparisonDetails = ({ words, figures, medianOf, children }: Props) => (
  <details class="comparison">
    <summary class="compared soft">{words}</summary>
    <div class="wide" role="region" tabIndex={0} aria-label={words}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="only-read">{t('compare_figure')}</span>
            </th>
            <th scope="col" class="number">
              {t('compare_before')}
            </th>
            <th scope="col" class="number">
              {t('compare_change')}
            </th>
            {medianOf !== null && (
              <th scope="col" class="number">
                {t('statement_median', medianOf)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ name, before, median, change, write }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{before === null ? '–' : write(before)}</td>
              <td class="number">{change || '–'}</td>
              {medianOf !== null && <td class="number">{median === null ? '–' : write(median)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {children}
  </details>
)
