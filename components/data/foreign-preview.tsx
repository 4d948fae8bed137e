import type { ComponentChildren } from 'preact'
import type { BringPreview } from '../../domain/file/foreign/bring'
import type { SpansPreview } from '../../domain/file/import-preview'
import type { ForeignNote, ForeignSummary } from '../../domain/file/foreign/foreign-rows'
import type { LeftOut } from '../../domain/file/foreign/foreign-table'
import type { Opinion } from '../../domain/surface/opinion'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { duration, whole } from '../figure/format'
import { fullName } from '../figure/full-name'
import { shortDay } from '../figure/numbers'
import { leftWords } from './foreign-words'

interface Props {
  /** Null if the file has no times. */
  summary: ForeignSummary | null
  left: readonly LeftOut[]
  preview: BringPreview
  /** Null if the file has no spans. */
  spans: SpansPreview | null
  notes: readonly ForeignNote[]
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

const spansText = ({ added, known, leftMs }: SpansPreview): string =>
  [
    added > 0 && t('data_spans_new', whole(added)),
    known > 0 && t('data_spans_known', whole(known)),
    leftMs > 0 && t('bring_spans_left', duration(leftMs)),
  ]
    .filter(Boolean)
    .join(' · ')

type TimesProps = Pick<Props, 'preview' | 'spans' | 'profileOf'> & { summary: ForeignSummary }

/** The times in a file. */
const TimeRows = ({ summary, preview, spans, profileOf }: TimesProps) => (
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
    <Row name={t(spans ? 'data_spans' : 'data_store_totals')}>
      {spans ? spansText(spans) : newText(preview)}
    </Row>
  </>
)

/** What a file of another tool holds, and what is left out of it. */
export const ForeignPreview = ({ summary, left, notes, kinds, ...rest }: Props) => (
  <table class="preview">
    <tbody>
      {summary && <TimeRows summary={summary} {...rest} />}
      {kinds.length > 0 && (
        <Row name={t('bring_kinds')}>
          <ul class="largest">
            {kinds.map(({ surface, kind = 'other' }) => (
              <li key={surface}>{t('bring_kind', fullName(rest.profileOf(surface)), t(`kind_${kind}`))}</li>
            ))}
          </ul>
        </Row>
      )}
      {notes.length > 0 && (
        <Row name={t('bring_notes')}>
          <ul class="largest">
            {notes.map((note) => (
              <li key={note}>{t(`bring_note_${note}`)}</li>
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
