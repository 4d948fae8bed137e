import { useState } from 'preact/hooks'
import type { CleanFeed } from '../../domain/insight/clean-feeds'
import { type Cleaning, CLEANING_INTERVALS, type CleaningInterval } from '../../domain/settings/cleaning'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { SaveNote } from '../form/save-note'
import { Options } from '../form/select-setting'
import { useChoice } from '../form/use-choice'
import { useOwnId } from '../form/use-own-id'
import { CleanSteps } from './clean-steps'
import { CleaningLog } from './cleaning-log'
import { cleanedWords, dueWords } from './clean-words'

interface Props {
  feed: CleanFeed
  today: Day
  onChange: (change: Partial<Cleaning>) => Promise<unknown>
}

function Status({ feed }: { feed: CleanFeed }) {
  const due = dueWords(feed)
  return (
    <span class="status">
      <span class="soft">
        {cleanedWords(feed)}
        {due && ' · '}
      </span>
      {due}
    </span>
  )
}

function Interval({ feed, onChange }: Pick<Props, 'feed' | 'onChange'>) {
  const [shown, choose, saving] = useChoice<CleaningInterval>(feed.cleaning.interval, (interval) =>
    onChange({ interval }),
  )
  return (
    <div class="interval">
      <select
        aria-label={t('insight_clean_interval_of', feed.name)}
        value={shown}
        onChange={({ currentTarget }) => choose(currentTarget.value as CleaningInterval)}
      >
        <Options
          options={CLEANING_INTERVALS.map((value) => ({ value, label: t(`insight_clean_every_${value}`) }))}
        />
      </select>
      {saving.state === 'failed' && <SaveNote saving={saving} />}
    </div>
  )
}

/** A platform: how long, when it was cleaned and when it is due; unfolded, how to clean it and what changed after. */
export function CleanFeedRow({ feed, today, onChange }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useOwnId()
  return (
    <li class="clean-feed">
      <div class="clean-head">
        <button
          type="button"
          class="opener"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span class="name">{feed.name}</span> <Status feed={feed} />
        </button>
        <Time ms={feed.timeMs} class={feed.timeMs === 0 ? 'soft' : ''} />
        <Interval feed={feed} onChange={onChange} />
      </div>
      <div id={id} class="clean-panel" hidden={!isOpen}>
        {isOpen && (
          <>
            <CleanSteps feed={feed} />
            <CleaningLog feed={feed} today={today} onChange={onChange} />
          </>
        )}
      </div>
    </li>
  )
}
