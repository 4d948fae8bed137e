import type { ComponentProps } from 'preact'
import { t } from '../../platform/i18n'
import { type DataProps, DataSection } from '../data/data-section'
import { type DevicesProps, DevicesSection } from '../devices/devices-section'
import { PageHeading } from '../page/page-heading'
import { RateHistory } from '../rate/rate-history'
import { CurrencySection, DisplaySection, RecordingSection, type SettingsProps } from './general'
import { PauseSection } from './pause-section'
import { type ShortcutsProps, ShortcutsSection } from './shortcuts-section'
import { Section } from '../page/section'

export const SECTIONS = [
  'rate',
  'currency',
  'recording',
  'display',
  'pause',
  'shortcuts',
  'devices',
  'data',
] as const

interface Props {
  general: SettingsProps
  pause: ComponentProps<typeof PauseSection>
  /** Null until they are read, or if the database cannot be read. */
  rate: ComponentProps<typeof RateHistory> | null
  shortcuts: ShortcutsProps
  /** Null until they are read. Without it, there is no such section. */
  devices?: DevicesProps | null
  data: DataProps
  /** Goes to a section, even if the URL already names it. */
  onSection: (section: string) => void
}

export const SettingsView = ({ general, rate, pause, shortcuts, devices, data, onSection }: Props) => (
  <div class="settings">
    <PageHeading>{t('settings')}</PageHeading>
    <nav class="sections" aria-label={t('sections')}>
      {SECTIONS.filter((section) => section !== 'devices' || devices).map((section) => (
        <a key={section} href={`#/settings/${section}`} onClick={() => onSection(section)}>
          {t(section)}
        </a>
      ))}
    </nav>
    <Section id="rate" title={t('rate')} about={t('rate_about')}>
      {rate && <RateHistory {...rate} />}
    </Section>
    <CurrencySection {...general} />
    <RecordingSection {...general} />
    <DisplaySection {...general} />
    <PauseSection {...pause} />
    <ShortcutsSection {...shortcuts} />
    {devices && <DevicesSection {...devices} />}
    <DataSection {...data} />
  </div>
)
