import type { ComponentChildren } from 'preact'
import type { BringPreview } from '../../domain/file/foreign/bring'
import type { ForeignSummary } from '../../domain/file/foreign/foreign-rows'
import type { LeftOut } from '../../domain/file/foreign/foreign-table'
import type { Opinion } from '../../domain/surface/opinion'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { whole } from '../figure/format'
import { fullName } from '../figure/full-name'
import { shortDay } from '../figure/numbers'
import { leftWords } from './foreign-words'

interface Props {
  /** Null if the file has no times. */
  summary: ForeignSummary | null
  left: readonly LeftOut[]
  preview: BringPreview
  /** The kinds that sites would get. */
  kinds: readonly Opinion[]
  profileOf: (surface: string) => SurfaceProfile
}

/** So many of the largest sites show whether times are wrong by a factor. */
const MOST_LARGEST = 5

const Row = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{children}</td>
  </tr>
)

const daysText = ({ days, first, last }: ForeignSummary): string =>
  days === 1 ? shortDay(first) : t('data_file_reach', whole(days), shortDay(first), shortDay(last))

const newText = ({ added, grown, answered, known }: BringPreview): string =>
  [
    added > 0 && t('data_spans_new', whole(added)),
    grown > 0 && t('bring_grown', whole(grown)),
    answered > 0 && t('bring_answered', whole(answered)),
    known > 0 && t('data_spans_known', whole(known)),
  ]
    .filter(Boolean)
    .join(' · ')

type TimesProps = Pick<Props, 'preview' | 'profileOf'> & { summary: ForeignSummary }

/** The times in a file. */
const TimeRows = ({ summary, preview, profileOf }: TimesProps) => (
  <>
    <Row name={t('data_file_days')}>{daysText(summary)}</Row>
    <Row name={t('bring_sites')}>{whole(summary.sites)}</Row>
    <Row name={t('time')}>
      <Time ms={summary.ms} />
    </Row>
    <Row name={t('bring_largest')}>
      <ol class="largest">
        {summary.surfaces.slice(0, MOST_LARGEST).map(({ surface, ms }) => (
          <li key={surface}>
            {fullName(profileOf(surface))}: <Time ms={ms} />
          </li>
        ))}
      </ol>
    </Row>
    <Row name={t('data_store_totals')}>{newText(preview)}</Row>
  </>
)

/** What a file of another tool holds, and what is left out of it. */
export const ForeignPreview = ({ summary, left, preview, kinds, profileOf }: Props) => (
  <table class="preview">
    <tbody>
      {summary && <TimeRows summary={summary} preview={preview} profileOf={profileOf} />}
      {kinds.length > 0 && (
        <Row name={t('bring_kinds')}>
          <ul class="largest">
            {kinds.map(({ surface, kind = 'other' }) => (
              <li key={surface}>{t('bring_kind', fullName(profileOf(surface)), t(`kind_${kind}`))}</li>
            ))}
          </ul>
        </Row>
      )}
      {left.length > 0 && (
        <Row name={t('data_unknown')}>
          <ul class="largest">
            {left.map((some) => (
              <li key={some.why}>{leftWords(some)}</li>
            ))}
          </ul>
        </Row>
      )}
    </tbody>
  </table>
)
