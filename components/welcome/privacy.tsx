import { t } from '../../platform/i18n'

const LINES = ['sees', 'keeps', 'omits', 'stays'] as const

/** What Zeitwert sees and where it stays, in two lines, and all of it for those who want to know. */
export const Privacy = () => (
  <div class="privacy">
    <p>
      {t('welcome_privacy_sees')}
      <br />
      {t('what_stays_line')}
    </p>
    <details>
      <summary>{t('welcome_privacy_more')}</summary>
      <dl class="what-it-sees">
        {LINES.map((line) => (
          <div key={line}>
            <dt>{t(`what_${line}`)}</dt>
            <dd>{t(`what_${line}_line`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  </div>
)
