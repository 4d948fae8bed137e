import { t } from '../../platform/i18n'

const LINES = ['sees', 'keeps', 'omits', 'stays'] as const

/** What Zeitwert does and does not see. */
export const What = () => (
  <dl class="what-it-sees">
    {LINES.map((line) => (
      <div key={line}>
        <dt>{t(`what_${line}`)}</dt>
        <dd>{t(`what_${line}_line`)}</dd>
      </div>
    ))}
  </dl>
)
