import { t } from '../../platform/i18n'
import type { SaidFinding } from '../insight/findings-said'

interface Props {
  id: string
  said: readonly SaidFinding[]
  /** As in the address of the page. */
  range: string
}

/** What was found about the period: a sentence each, with how sure it is, and a link to its card. */
export const FindingsList = ({ id: heading, said, range }: Props) => (
  <section class="findings" aria-labelledby={heading}>
    <h2 id={heading}>{t('insights')}</h2>
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
