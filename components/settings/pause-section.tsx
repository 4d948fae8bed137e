import type { PauseChoice } from '../../domain/pause'
import { isPaused, type Settings } from '../../domain/settings'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { PauseButton, PausedNote } from '../pause/pause'
import { useNow } from '../use-live'
import { Section } from './section'

interface Props {
  settings: Settings
  onPause: (choice: PauseChoice) => Promise<unknown>
  onResume: () => Promise<unknown>
}

export function PauseSection({ settings, onPause, onResume }: Props) {
  const [saving, save] = useSaving()
  const until = isPaused(settings, useNow()) ? settings.pausedUntil : null
  return (
    <Section id="pause" title={t('pause')} about={t('pause_about')}>
      {until !== null && <PausedNote until={until} />}
      <div class="actions">
        <PauseButton
          until={until}
          onPause={(choice) => void save(() => onPause(choice))}
          onResume={() => void save(onResume)}
        />
        <SaveNote saving={saving} />
      </div>
    </Section>
  )
}
