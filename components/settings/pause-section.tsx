import type { OffsetAt } from '../../domain/time/local-time'
import { isPaused, type PausedUntil, type Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useChoice } from '../form/use-choice'
import { PauseButton, PausedNote } from '../pause/pause'
import { useNow } from '../page/use-live'
import { Section } from '../page/section'

interface Props {
  settings: Settings
  offsetAt: OffsetAt
  onPause: (until: PausedUntil) => Promise<unknown>
}

export function PauseSection({ settings, offsetAt, onPause }: Props) {
  // A choice of its own, so that Resume also counts while the pause is still being saved.
  const [, choose, saving] = useChoice<PausedUntil>(null, onPause)
  const until = isPaused(settings, useNow()) ? settings.pausedUntil : null
  return (
    <Section id="pause" title={t('pause')} about={t('pause_about')}>
      {until !== null && <PausedNote until={until} />}
      <div class="actions">
        <PauseButton
          until={until}
          dayStartHour={settings.dayStartHour}
          offsetAt={offsetAt}
          onPause={choose}
          onResume={() => choose(null)}
        />
        <SaveNote saving={saving} />
      </div>
    </Section>
  )
}
