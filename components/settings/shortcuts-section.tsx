import { t } from '../../platform/i18n'
import { Section } from '../page/section'

const WORDS = {
  popup: 'shortcut_popup',
  pause: 'command_pause',
  limit: 'command_limit',
  focus: 'command_focus',
} as const

export interface ShortcutsProps {
  shortcuts: readonly { name: keyof typeof WORDS; keys: string }[]
  isFirefox: boolean
  onChange: () => void
}

export const ShortcutsSection = ({ shortcuts, isFirefox, onChange }: ShortcutsProps) => (
  <Section id="shortcuts" title={t('shortcuts')} about={t('shortcuts_about')}>
    <dl class="shortcuts">
      {shortcuts.map(({ name, keys }) => (
        <div key={name}>
          <dt>{t(WORDS[name])}</dt>
          <dd>{keys === '' ? <span class="soft">{t('shortcut_none')}</span> : <kbd>{keys}</kbd>}</dd>
        </div>
      ))}
    </dl>
    <button type="button" onClick={onChange}>
      {t('shortcuts_change')}
    </button>
    <p class="hint">{t(isFirefox ? 'shortcuts_where_firefox' : 'shortcuts_where_chromium')}</p>
  </Section>
)
