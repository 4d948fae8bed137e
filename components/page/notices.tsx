/** What the person has to know once, and can acknowledge: on the popup and above every page of the dashboard. */
import type { AbsenceWatch } from '../../domain/record/absence-watch'
import type { Loss } from '../../domain/record/loss'
import type { Watchable } from '../../domain/watchable'
import { t } from '../../platform/i18n'
import { valueOf } from './describe-trouble'
import { useLive } from './use-live'
import './notice.css'

interface NoticesProps {
  sources: {
    loss: () => Watchable<Loss | null>
    acknowledgeLoss: () => Promise<unknown>
    absence: () => Watchable<AbsenceWatch | null>
    acknowledgeAbsence: () => Promise<unknown>
  }
  /** The page where a backup can be imported. */
  dataHref: string
}

export function Notices({ sources, dataHref }: NoticesProps) {
  const loss = valueOf(useLive(sources.loss, ''))
  const isNeverAway = valueOf(useLive(sources.absence, ''))?.state === 'due'
  return (
    <>
      {loss && <LossNotice loss={loss} dataHref={dataHref} onRead={() => void sources.acknowledgeLoss()} />}
      {isNeverAway && (
        <section class="notice" role="status">
          <p>{t('never_away')}</p>
          <p class="buttons">
            <button type="button" onClick={() => void sources.acknowledgeAbsence()}>
              {t('notice_read')}
            </button>
          </p>
        </section>
      )}
    </>
  )
}

function LossNotice({ loss, dataHref, onRead }: { loss: Loss; dataHref: string; onRead: () => void }) {
  const isRecord = loss.of === 'record'
  return (
    <section class="notice loss" role="alert">
      <p>{t(isRecord ? 'loss_record' : 'loss_settings')}</p>
      {isRecord && loss.hasLimits && <p class="soft">{t('loss_limits')}</p>}
      {isRecord && <p class="soft">{t('loss_backup')}</p>}
      <p class="buttons">
        {isRecord && (
          <a class="button" href={dataHref} target={dataHref.startsWith('#') ? undefined : '_blank'}>
            {t('loss_import')}
          </a>
        )}
        <button type="button" onClick={onRead}>
          {t('notice_read')}
        </button>
      </p>
    </section>
  )
}
