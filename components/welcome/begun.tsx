import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../platform/i18n'
import '../form/form.css'
import './welcome.css'

/** The last step of the welcome: says whether Zeitwert is recording and where to find it. */
export function Begun({ iconUrl, isPaused }: { iconUrl: string; isPaused: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus()
  }, [])
  return (
    <div class="welcome begun">
      <img src={iconUrl} alt="" width={48} height={48} />
      <h1 ref={heading} tabIndex={-1}>
        {t(isPaused ? 'icon_paused' : 'begun')}
      </h1>
      <p class="lead">{t('begun_icon')}</p>
      <div class="actions">
        <a class="button primary" href="/dashboard.html#/today">
          {t('begun_today')}
        </a>
        <a class="button" href="/dashboard.html#/settings">
          {t('settings')}
        </a>
      </div>
    </div>
  )
}
