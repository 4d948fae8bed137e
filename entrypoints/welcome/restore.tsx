import { RestoreStep } from '../../components/welcome/restore-step'
import type { Settings } from '../../domain/settings/settings'
import { dataActions } from '../dashboard/data-actions'

/** The step that brings in a file, with what it needs to write. Loaded when it is asked for. */
export const Restore = ({ settings, onNext }: { settings: Settings; onNext: () => void }) => (
  <RestoreStep actions={dataActions(settings)} onNext={onNext} />
)
