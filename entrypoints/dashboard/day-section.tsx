import { DayView, type DayViewProps } from '../../components/day/day-view'
import { icons } from '../../platform/favicon'
import { dayActions } from './day-actions'
import { useDirectory } from './use-directory'
import { useSuggested } from './use-suggested'

const useKnown = () => {
  const { known, failed } = useDirectory()
  return useSuggested(known, failed)
}

/** A day by the hour, with everything needed to correct it. */
export const DaySection = (props: Pick<DayViewProps, 'record' | 'focus' | 'profileOf' | 'currency'>) => (
  <DayView {...props} useKnown={useKnown} icons={icons} actions={dayActions} />
)
