import { parseClock } from '../../domain/time/clock-draft'
import { DAY_MINUTES } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { TextSetting } from '../form/text-setting'
import { clockTime } from '../rule/clock-words'

interface Props {
  /** The minute of the day; null until the person says it. */
  bedtime: number | null
  onSave: (bedtime: number | null) => Promise<unknown>
}

function readBedtime(text: string): { value: number | null } | { problem: string } {
  if (text.trim() === '') return { value: null }
  const minute = parseClock(text)
  return minute === null ? { problem: t('rule_flaw_notATime') } : { value: minute % DAY_MINUTES }
}

/** When the person wants to be asleep: any time of the day. Left empty, no bedtime is stored. */
export const BedtimeField = ({ bedtime, onSave }: Props) => (
  <TextSetting
    label={t('insight_nights_bedtime')}
    hint={t('insight_nights_bedtime_hint')}
    value={bedtime === null ? '' : clockTime(bedtime)}
    read={readBedtime}
    onSave={onSave}
  />
)
