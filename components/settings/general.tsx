import { parseNumber } from '../../domain/value/amount'
import {
  type Badge,
  BADGES,
  type ChangeSettings,
  type Settings,
  type Theme,
  THEMES,
} from '../../domain/settings/settings'
import { weekStartOf } from '../../domain/time/week'
import { preferredLanguage, t } from '../../platform/i18n'
import { CheckSetting } from '../form/check-setting'
import { numberSentence } from '../form/flaw-sentence'
import { SelectSetting } from '../form/select-setting'
import { TextSetting } from '../form/text-setting'
import { whole } from '../figure/format'
import { decimalSeparator, weekdayName } from '../figure/numbers'
import { currencyOptions } from '../rate/currencies'
import { hourOptions } from './hour-options'
import { Section } from '../page/section'

export interface SettingsProps {
  settings: Settings
  onChange: ChangeSettings
}

export const CurrencySection = ({ settings, onChange }: SettingsProps) => (
  <Section id="currency" title={t('currency')}>
    <SelectSetting
      label={t('currency_label')}
      hint={t('currency_hint')}
      value={settings.currency ?? ''}
      options={[
        ...(settings.currency === null ? [{ value: '', label: t('currency_choose') }] : []),
        ...currencyOptions(settings.currency),
      ]}
      onSave={(currency) => onChange({ currency: currency || null })}
    />
  </Section>
)

const IDLE_SECONDS = { digits: 0, min: 15, max: 600 }

function readIdle(text: string): { value: number } | { problem: string } {
  const typed = parseNumber(text, decimalSeparator(), IDLE_SECONDS)
  return typed.ok ? { value: typed.units } : { problem: numberSentence(typed.flaw, IDLE_SECONDS) }
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

const weekStartOptions = () => [
  { value: '', label: t('week_start_usual', weekdayName(weekStartOf(preferredLanguage()))) },
  ...WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day) })),
]

export const RecordingSection = ({ settings, onChange }: SettingsProps) => (
  <Section id="recording" title={t('recording')}>
    <SelectSetting
      label={t('day_start')}
      hint={t('day_start_hint')}
      value={String(settings.dayStartHour)}
      options={hourOptions()}
      onSave={(hour) => onChange({ dayStartHour: Number(hour) })}
    />
    <SelectSetting
      label={t('week_start')}
      hint={t('week_start_hint')}
      value={settings.weekStart === null ? '' : String(settings.weekStart)}
      options={weekStartOptions()}
      onSave={(day) => onChange({ weekStart: day === '' ? null : Number(day) })}
    />
    <TextSetting
      label={t('idle')}
      hint={t('idle_hint')}
      value={whole(settings.idleSeconds)}
      unit={t('seconds')}
      isNumber
      read={readIdle}
      onSave={(idleSeconds) => onChange({ idleSeconds })}
    />
    <CheckSetting
      label={t('second_screen')}
      hint={t('second_screen_hint')}
      checked={settings.secondScreen}
      onSave={(secondScreen) => onChange({ secondScreen })}
    />
    <p class="elsewhere">
      <a href="#/sites">{t('sites_exclude_link')}</a>
    </p>
  </Section>
)

export const DisplaySection = ({ settings, onChange }: SettingsProps) => (
  <Section id="display" title={t('display')}>
    <SelectSetting
      label={t('theme')}
      value={settings.theme}
      options={THEMES.map((theme) => ({ value: theme, label: t(`theme_${theme}`) }))}
      onSave={(theme) => onChange({ theme: theme as Theme })}
    />
    <SelectSetting
      label={t('badge')}
      hint={t('badge_hint')}
      value={settings.badge}
      options={BADGES.map((badge) => ({ value: badge, label: t(`badge_${badge}`) }))}
      onSave={(badge) => onChange({ badge: badge as Badge })}
    />
    <CheckSetting
      label={t('money_hide')}
      hint={t('money_hide_hint')}
      checked={settings.moneyHidden}
      onSave={(moneyHidden) => onChange({ moneyHidden })}
    />
    <CheckSetting
      label={t('offers_statement')}
      hint={t('offers_statement_hint')}
      checked={settings.offersStatement}
      onSave={(offersStatement) => onChange({ offersStatement })}
    />
    <CheckSetting
      label={t('sample_asks')}
      hint={t('sample_asks_hint')}
      checked={settings.asksWorth}
      onSave={(asksWorth) => onChange({ asksWorth })}
    />
  </Section>
)
