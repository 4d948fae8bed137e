import { t } from '../../platform/i18n'
import type { SaidFinding } from '../insight/findings-said'

interface Props {
  said: readonly SaidFinding[]
  /** As in the address of the page. */
  range: string
}

/** What was found about the period: a sentence each, with how sure it is, and a link to its card. */
export const FindingsList = ({ said, range }: Props) => (
  <section class="findings" aria-labelledby="findings">
    <h2 id="findings">{t('insights')}</h2>
    <ul>
      {said.map(({ id, title, words, basis }) => (
        <li key={id}>
          <a href={`#/insights/${range}/${id}`}>{title}</a>
          <p>
            {words.text} <span class="soft basis">{basis}</span>
          </p>
        </li>
      ))}
    </ul>
  </section>
)
