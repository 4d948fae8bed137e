import type { SiteProps } from './site-actions'
import { catalogSite } from '../../../domain/surface/catalog/catalog'
import { ownerOf } from '../../../domain/surface/catalog/owners'
import { KINDS } from '../../../domain/surface/kind'
import type { OpinionChange } from '../../../domain/surface/opinion'
import { catalogKind } from '../../../domain/surface/surface-rules'
import { assumesNothing, type SurfaceProfile, surfaceBook } from '../../../domain/surface/surface-book'
import { addressOf } from '../../../domain/surface/surface-directory'
import { ASSUMED_WORTH } from '../../../domain/surface/worth'
import { t } from '../../../platform/i18n'
import { SelectSetting } from '../../form/select-setting'
import { TextSetting } from '../../form/text-setting'
import { worthPercent } from '../../figure/worth-percent'
import { fullName } from '../../figure/full-name'
import { saidKind, saidWorth, statedWorths } from '../character-options'
import { JoinField } from './join-field'
import { SiteRemoval } from './site-removal'
import { SplitField, SplitNote } from './split-field'
import './site-editor.css'

const LONGEST_NAME = 60

const readName = (text: string): { value: string | null } | { problem: string } =>
  text.trim().length > LONGEST_NAME
    ? { problem: t('site_name_long', LONGEST_NAME) }
    : { value: text.trim() || null }

/** What an hour counts as without a word of the person: what their answers say, else what is assumed of the kind. */
function withoutWord(profile: SurfaceProfile): string {
  const { worth, kind } = profile
  if (worth.source === 'rated') return t('worth_rated', worthPercent(worth.worthQuarters))
  return assumesNothing(profile) ? t('unknown') : t('worth_assumed', worthPercent(ASSUMED_WORTH[kind]))
}

function Character({ site: { profile, opinion }, actions }: SiteProps) {
  const { surface } = profile
  const change = (said: OpinionChange) => actions.change(surface, said)
  return (
    <div class="character">
      <SelectSetting
        label={t('kind')}
        value={opinion.kind ?? ''}
        options={[
          {
            value: '',
            label: t(
              catalogSite(profile.site) ? 'kind_from_catalogue' : 'kind_not_listed',
              t(`kind_${catalogKind(surface)}`),
            ),
          },
          ...KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) })),
        ]}
        onSave={(chosen) => change(saidKind(chosen))}
      />
      <SelectSetting
        label={t('worth')}
        value={opinion.worthQuarters === undefined ? '' : String(opinion.worthQuarters)}
        options={[{ value: '', label: withoutWord(profile) }, ...statedWorths()]}
        onSave={(chosen) => change(saidWorth(chosen))}
      />
      <TextSetting
        label={t('site_name')}
        value={opinion.name ?? ''}
        placeholder={fullName(surfaceBook([])(surface))}
        read={readName}
        onSave={(name) => change({ name })}
      />
    </div>
  )
}

/** Everything that the person can set for a surface and its site. */
export function SiteEditor(props: SiteProps) {
  const { profile, opinion, countsAs } = props.site
  const owner = ownerOf(profile.site)
  return (
    <div class="site-editor">
      <dl class="facts">
        <div>
          <dt>{t('site_address')}</dt>
          <dd>{addressOf(profile.surface)}</dd>
        </div>
        {owner !== profile.site && (
          <div>
            <dt>{t('site_owner')}</dt>
            <dd>{owner}</dd>
          </div>
        )}
      </dl>
      {!countsAs && <Character {...props} />}
      <JoinField {...props} />
      {opinion.split !== undefined && <SplitNote {...props} />}
      {profile.surface === profile.site && profile.site.includes('.') && <SplitField {...props} />}
      <SiteRemoval {...props} />
    </div>
  )
}
