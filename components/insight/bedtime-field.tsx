import { isBareHour, parseClock } from '../../domain/time/clock-draft'
import { DAY_MINUTES } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { TextSetting } from '../form/text-setting'
import { clockTime, eveningExample, officeExample } from '../rule/clock-words'

interface Props {
  /** The minute of the day; null until the person says it. */
  bedtime: number | null
  onSave: (bedtime: number | null) => Promise<unknown>
}

function readBedtime(text: string): { value: number | null } | { problem: string } {
  if (text.trim() === '') return { value: null }
  if (isBareHour(text)) return { problem: t('enter_whichHalf') }
  const minute = parseClock(text)
  return minute === null
    ? { problem: t('rule_flaw_notATime', eveningExample(), officeExample()) }
    : { value: minute % DAY_MINUTES }
}

/** The time by which the person wants to be asleep, at any hour of the day. An empty field removes it. */
export const BedtimeField = ({ bedtime, onSave }: Props) => (
  <TextSetting
    label={t('insight_nights_bedtime')}
    hint={t('insight_nights_bedtime_hint', clockTime(23 * 60))}
    value={bedtime === null ? '' : clockTime(bedtime)}
    read={readBedtime}
    onSave={onSave}
  />
)
