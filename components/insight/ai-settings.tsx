import { AI_TIME_SAVED } from '../../domain/insight/ai-time-saved'
import { LEAST_NUDGES, MOST_NUDGES_A_DAY } from '../../domain/insight/nudge'
import {
  AI_GOALS,
  type AiGoal,
  type ChangeSettings,
  NUDGES,
  type Settings,
} from '../../domain/settings/settings'
import { parseNumber } from '../../domain/value/amount'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { decimalSeparator } from '../figure/numbers'
import { CheckSetting } from '../form/check-setting'
import { numberSentence } from '../form/flaw-sentence'
import { SaveNote } from '../form/save-note'
import { SelectSetting } from '../form/select-setting'
import { TextSetting } from '../form/text-setting'
import { useChoice } from '../form/use-choice'
import { factorText } from './ai-words'
import { nudgeReason, nudgeText } from './nudge-words'

interface Props {
  settings: Settings
  onSettings: ChangeSettings
}

const FACTOR = { digits: 2, min: -0.2, max: 1 }

function readFactor(text: string): { value: number } | { problem: string } {
  const typed = parseNumber(text, decimalSeparator(), FACTOR)
  return typed.ok ? { value: typed.units } : { problem: numberSentence(typed.flaw, FACTOR) }
}

/** What the person declares: how much AI saves them, and what for. */
export function AiDeclaration({ settings, onSettings }: Props) {
  const { low, high } = AI_TIME_SAVED.factor
  return (
    <div class="ai-declaration">
      <TextSetting
        label={t('insight_ai_factor')}
        hint={t(
          'insight_ai_factor_hint',
          factorText(FACTOR.min * 100),
          factorText(FACTOR.max * 100),
          factorText(low),
          factorText(high),
        )}
        value={factorText(settings.aiSavedPercent)}
        isNumber
        read={readFactor}
        onSave={(aiSavedPercent) => onSettings({ aiSavedPercent })}
      />
      <SelectSetting
        label={t('insight_ai_goal')}
        value={settings.aiGoal}
        options={AI_GOALS.map((goal) => ({ value: goal, label: t(`insight_ai_goal_${goal}`) }))}
        onSave={(goal) => onSettings({ aiGoal: goal as AiGoal })}
      />
    </div>
  )
}

/** The messages that take turns; each can be switched off. */
function NudgePool({ settings: { mutedNudges, aiGoal }, onSettings }: Props) {
  // As text, so that a list with the same names is the same choice.
  const [shown, choose, saving] = useChoice(mutedNudges.join(' '), (names) =>
    onSettings({ mutedNudges: NUDGES.filter((name) => names.split(' ').includes(name)) }),
  )
  const muted = shown.split(' ')
  return (
    <fieldset class="nudge-pool">
      <legend>{t('nudge_pool')}</legend>
      <p class="hint">{t('nudge_pool_hint', whole(LEAST_NUDGES))}</p>
      {NUDGES.map((name) => (
        <div key={name} class="field">
          <label class="check">
            <input
              type="checkbox"
              checked={!muted.includes(name)}
              aria-describedby={`nudge-${name}-why`}
              onChange={({ currentTarget: { checked } }) =>
                choose((checked ? muted.filter((other) => other !== name) : [...muted, name]).join(' '))
              }
            />
            {nudgeText(name, aiGoal)}
          </label>
          <p id={`nudge-${name}-why`} class="hint">
            {nudgeReason(name)}
          </p>
        </div>
      ))}
      <SaveNote saving={saving} />
    </fieldset>
  )
}

/** The nudge from an AI tool to a feed: off unless the person wants it. */
export const NudgeSettings = (props: Props) => (
  <section class="nudge" aria-labelledby="nudge-title">
    <h3 id="nudge-title">{t('nudge_heading')}</h3>
    <CheckSetting
      label={t('nudge_on')}
      hint={t('nudge_on_hint', whole(MOST_NUDGES_A_DAY))}
      checked={props.settings.nudges}
      onSave={(nudges) => props.onSettings({ nudges })}
    />
    {props.settings.nudges && <NudgePool {...props} />}
  </section>
)
