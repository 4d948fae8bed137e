import { useMemo } from 'preact/hooks'
import { isMissing, type Scope } from '../../domain/insight/finding'
import { type WorthAnswer, type WorthAnswers, worthAnswersOf } from '../../domain/insight/worth-answers'
import type { ChangeSettings, Settings } from '../../domain/settings/settings'
import { WORTHS } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { tn } from '../figure/plural'
import { SurfaceName } from '../figure/surface-name'
import { worthPercent } from '../figure/worth-percent'
import { CheckSetting } from '../form/check-setting'
import { InsightCard } from './card'
import { countOf, surfacesShown, workedWorth, worthBasis, worthWords } from './worth-words'
import './answers.css'

/** Surfaces in the picture; the others are in a table of their own. */
const SHOWN = 6

const MOST_QUARTERS = WORTHS[4].worthQuarters

/** The place of a worth between nothing and an investment, 0 to 1. */
const place = (quarters: number): number => quarters / MOST_QUARTERS

/** What is assumed there, and the person's own word if that counts instead. */
function noteOf({ profile: { worth }, assumedQuarters }: WorthAnswer): string {
  const assumed = t('insight_worth_assumed_is', worthPercent(assumedQuarters))
  return worth.source === 'own'
    ? `${assumed} · ${t('insight_worth_own_word', worthPercent(worth.worthQuarters))}`
    : assumed
}

const Range = ({ answer: { rated, assumedQuarters } }: { answer: WorthAnswer }) => (
  <span
    class="range"
    style={{
      '--low': place(rated.low),
      '--high': place(rated.high),
      '--worth': place(rated.worthQuarters),
      '--assumed': place(assumedQuarters),
    }}
  >
    <span class="assumed-mark" />
  </span>
)

const Scale = () => (
  <span class="scale">
    {[0, MOST_QUARTERS / 2, MOST_QUARTERS].map((quarters) => (
      <span key={quarters}>{worthPercent(quarters)}</span>
    ))}
  </span>
)

interface TableProps {
  answers: readonly WorthAnswer[]
  isDrawn?: boolean
}

const Table = ({ answers, isDrawn = false }: TableProps) => (
  <table class="worth-ranges">
    <thead>
      <tr>
        <th scope="col">{t('insight_worth_surface')}</th>
        <th scope="col" class="number">
          {t('insight_worth_answers')}
        </th>
        {isDrawn && (
          <th class="picture" aria-hidden="true">
            <Scale />
          </th>
        )}
        <th scope="col" class="number">
          {t('insight_worth_worth')}
        </th>
      </tr>
    </thead>
    <tbody>
      {answers.map((answer) => {
        const { profile, worthIt, rated } = answer
        return (
          <tr key={profile.surface}>
            <th scope="row">
              <SurfaceName profile={profile} />
              <span class="soft answer-note">{noteOf(answer)}</span>
            </th>
            <td class="number">{countOf(worthIt, rated.count)}</td>
            {isDrawn && (
              <td class="picture" aria-hidden="true">
                <Range answer={answer} />
              </td>
            )}
            <td class="number">
              <data value={rated.worthQuarters / 4}>{worthPercent(rated.worthQuarters)}</data>
              <span class="soft answer-note">
                {t('insight_worth_span', worthPercent(rated.low), worthPercent(rated.high))}
              </span>
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

const Picture = ({ surfaces }: { surfaces: readonly WorthAnswer[] }) => (
  <>
    <Table answers={surfaces.slice(0, SHOWN)} isDrawn />
    <ul class="answers-legend" aria-hidden="true">
      <li class="of-worth">{t('insight_worth_worth')}</li>
      <li class="of-range">{t('insight_worth_range')}</li>
      <li class="of-assumed">{t('insight_worth_assumed')}</li>
    </ul>
    {surfaces.length > SHOWN && (
      <p class="soft answer-note more">{tn('insight_worth_more', surfaces.length - SHOWN)}</p>
    )}
  </>
)

interface WhyProps {
  found: WorthAnswers | null
  /** Those that the picture has no room for. */
  others: readonly WorthAnswer[]
}

const Why = ({ found, others }: WhyProps) => (
  <>
    <p>{t('insight_worth_formula')}</p>
    {found && <p>{workedWorth(found)}</p>}
    <p>{t('insight_worth_error')}</p>
    {others.length > 0 && <Table answers={others} />}
    <p>{t('insight_worth_drawn')}</p>
    <p>{t('insight_worth_source')}</p>
  </>
)

interface Props {
  scope: Scope
  settings: Settings
  onSettings: ChangeSettings
}

/** Was it worth it? What the person answered about visits drawn at random. */
export function WorthCard({ scope, settings, onSettings }: Props) {
  const found = useMemo(() => worthAnswersOf(scope), [scope])
  const answers = isMissing(found) ? null : found
  const surfaces = answers ? surfacesShown(answers) : []
  const answered = isMissing(found) ? found.have : found.answered
  return (
    <InsightCard
      id="worth"
      title={t('insight_worth')}
      finding={isMissing(found) ? found : worthWords(found)}
      basis={worthBasis(answered, scope.asked)}
      why={<Why found={answers} others={surfaces.slice(SHOWN)} />}
      controls={
        <CheckSetting
          label={t('sample_asks')}
          hint={t('sample_asks_hint')}
          checked={settings.asksWorth}
          onSave={(asksWorth) => onSettings({ asksWorth })}
        />
      }
    >
      {answers && <Picture surfaces={surfaces} />}
    </InsightCard>
  )
}
