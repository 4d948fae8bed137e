import { t } from '../platform/i18n'
import './trouble.css'

export interface TroubleProps {
  /** What happened and what to do. */
  sentence: string
  /** What the browser said of it, unless the sentence tells. */
  detail: string
}

export const Trouble = ({ sentence, detail }: TroubleProps) => (
  <section class="trouble" role="alert">
    <p>{sentence}</p>
    {detail && <p class="soft">{t('trouble_detail', detail)}</p>}
  </section>
)
