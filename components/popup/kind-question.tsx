import type { UnknownSite } from '../../domain/statement/unknown-site'
import { type Kind, KINDS } from '../../domain/surface/kind'
import { domainName } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { spokenName } from '../figure/full-name'

interface Props {
  unknown: UnknownSite
  /** Null leaves it open. */
  onAnswer: (kind: Kind | null) => void
}

/** Asks once what kind of site an unknown one is. One tap answers. */
export const KindQuestion = ({ unknown: { site, ms }, onAnswer }: Props) => (
  <fieldset>
    <legend>{t('kind_question', spokenName(domainName(site)))}</legend>
    <p class="visit">{t('kind_question_why', duration(ms))}</p>
    <div class="answers">
      {KINDS.map((kind) => (
        <button key={kind} type="button" onClick={() => onAnswer(kind)}>
          {t(`kind_${kind}`)}
        </button>
      ))}
    </div>
    <button
      type="button"
      class="icon-button skip"
      title={t('kind_question_skip')}
      aria-label={t('kind_question_skip')}
      onClick={() => onAnswer(null)}
    >
      <span aria-hidden="true">×</span>
    </button>
  </fieldset>
)
