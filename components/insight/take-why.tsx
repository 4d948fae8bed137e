import {
  factorOf,
  gradeIn,
  PLATFORM_TAKES,
  type PlatformTake,
} from '../../domain/insight/data/platform-takes'
import type { TakeLine } from '../../domain/insight/take'
import { type Region, REGIONS } from '../../domain/settings/settings'
import { catalogSite } from '../../domain/surface/catalog/catalog'
import { type MessageKey, t } from '../../platform/i18n'
import { duration, listed } from '../figure/format'
import { numberFormat } from '../figure/intl'
import { shortDay } from '../figure/numbers'
import { dollarsText, regionFactorText, dollarRange, regionName } from './take-words'
import './take-why.css'

const factorsText = (): string =>
  listed(REGIONS.map((region) => `${regionName(region)} ${regionFactorText(region)}`))

function gradeText(take: PlatformTake, region: Region | null): string {
  const here = region === null ? take.grade : gradeIn(take, region)
  return here === take.grade ? take.grade : t('insight_take_grade_here', take.grade, here)
}

const sourceText = ({ site }: PlatformTake): string =>
  t(`insight_take_from_${site.slice(0, site.indexOf('.'))}` as MessageKey)

const Sources = ({ region }: { region: Region | null }) => (
  <table class="why-table take-sources">
    <thead>
      <tr>
        {(['platform', 'hour', 'grade', 'from', 'checked'] as const).map((head) => (
          <th key={head} scope="col">
            {t(`insight_take_${head}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {PLATFORM_TAKES.map((take) => (
        <tr key={take.site}>
          <th scope="row">{catalogSite(take.site)?.name}</th>
          <td>
            {dollarsText(take.central)} <span class="soft">{dollarRange(take)}</span>
          </td>
          <td data-label={t('insight_take_grade')}>{gradeText(take, region)}</td>
          <td class="from">{sourceText(take)}</td>
          <td data-label={t('insight_take_checked')}>{shortDay(take.checked)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The numbers that went into the figure of one platform. */
function Example({ line, region }: { line: TakeLine; region: Region }) {
  const { name, timeMs, take, earned } = line
  if (earned === null) return null
  return (
    <p>
      {t(
        'insight_take_example',
        name,
        duration(timeMs),
        dollarsText(take.central),
        numberFormat({}).format(factorOf(take, region) / 100),
        dollarsText(earned.central),
        dollarsText(earned.low),
        dollarsText(earned.high),
      )}
    </p>
  )
}

interface Props {
  /** The line that the finding names; null without a finding. */
  line: TakeLine | null
  region: Region | null
}

/** Formula, the numbers of one platform, the region's factor, and the source of each figure. */
export const TakeWhy = ({ line, region }: Props) => (
  <>
    <p>{t('insight_take_formula')}</p>
    {line && region && <Example line={line} region={region} />}
    <p>{t('insight_take_factors', factorsText())}</p>
    <p>{t('insight_take_grades_mean')}</p>
    <Sources region={region} />
    <p>{t('insight_take_linkedin')}</p>
    <p>{t('insight_take_scale')}</p>
  </>
)
