import type { Rule } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import { money } from '../figure/format'
import { tn } from '../figure/plural'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { GuessChoices } from './guess-choices'
import { StepHeading } from './step-heading'

/** What holds now. */
export interface SetNow {
  isPaused: boolean
  /** The rate in force in minor units; null without one. */
  hourMinor: number | null
  currency: string
  isMoneyHidden: boolean
  rules: readonly Rule[]
  /** Today's guess in minutes; null if there is none. */
  guess: number | null
}

interface Props {
  now: SetNow
  nameOf: NameOf
  onGuess: (minutes: number) => Promise<unknown>
}

const MOST_RULES = 3

const hourText = ({ hourMinor, currency, isMoneyHidden }: SetNow): string => {
  if (hourMinor === null) return t('welcome_set_none')
  return isMoneyHidden ? t('money_hidden') : t('price_an_hour', money(hourMinor, currency))
}

const Rules = ({
  rules,
  isMoneyHidden,
  nameOf,
}: Pick<SetNow, 'rules' | 'isMoneyHidden'> & { nameOf: NameOf }) => (
  <ul>
    {rules.slice(0, MOST_RULES).map((rule) => (
      <li key={rule.id}>{ruleSentence(rule, nameOf, isMoneyHidden)}</li>
    ))}
    {rules.length > MOST_RULES && <li class="soft">{tn('kinds_more', rules.length - MOST_RULES)}</li>}
  </ul>
)

/** The last step: says whether Zeitwert is recording, what was set, where to change it, and where the icon is. */
export const DoneStep = ({ now, nameOf, onGuess }: Props) => (
  <div class="narrow done">
    <StepHeading step="">{t(now.isPaused ? 'icon_paused' : 'begun')}</StepHeading>
    <dl class="what-was-set">
      <div>
        <dt>{t('welcome_set_hour')}</dt>
        <dd>{hourText(now)}</dd>
        <dd>
          <a href="/dashboard.html#/settings/rate">{t('settings')}</a>
        </dd>
      </div>
      <div>
        <dt>{t('welcome_set_limit')}</dt>
        <dd>{now.rules.length === 0 ? t('welcome_set_none') : <Rules {...now} nameOf={nameOf} />}</dd>
        <dd>
          <a href="/dashboard.html#/firewall">{t('firewall')}</a>
        </dd>
      </div>
    </dl>
    <p>{t('begun_change')}</p>
    <p class="soft">{t('begun_icon')}</p>
    <GuessChoices minutes={now.guess} onGuess={onGuess} />
    <div class="actions">
      <a class="button primary" href="/dashboard.html#/today">
        {t('begun_today')}
      </a>
    </div>
  </div>
)
