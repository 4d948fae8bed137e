import { useEffect, useRef, useState } from 'preact/hooks'
import type { ChangeSettings, Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { CheckSetting } from '../form/check-setting'
import { Choice } from '../form/choice'
import { SaveNote } from '../form/save-note'
import { useOneEach } from '../form/use-one-each'
import type { Paper } from './paper'

/** What the picture holds besides its sentence and the shares of kinds. */
export interface PictureWanted {
  withMoney: boolean
  withNames: boolean
  withFinding: boolean
}

export interface PictureActions {
  drawPicture: (wanted: PictureWanted) => Promise<Paper>
  savePicture: (wanted: PictureWanted) => Promise<unknown>
  copyPicture: (wanted: PictureWanted) => Promise<unknown>
}

/** The choices that are remembered. */
export interface PictureChoices {
  settings: Pick<Settings, 'pictureMoney' | 'pictureNames' | 'moneyHidden'>
  /** Whether there are amounts at all. */
  hasRate: boolean
  onChange: ChangeSettings
}

interface Props {
  actions: PictureActions
  choices: PictureChoices
  /** A finding that the picture may carry; empty if there is none. */
  shared: string
}

/** The picture as it would be saved. */
function usePreview(actions: PictureActions, wanted: PictureWanted) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isOutdated = false
    actions.drawPicture(wanted).then(
      ({ canvas }) => {
        if (!isOutdated) frame.current?.replaceChildren(canvas)
      },
      // Saving it says what is wrong.
      () => frame.current?.replaceChildren(),
    )
    return () => {
      isOutdated = true
    }
  })
  return frame
}

/** The picture to share, as others will see it, and what it shows. */
export function SharePicture({ actions, choices, shared }: Props) {
  const { settings, hasRate, onChange } = choices
  const [withFinding, setWithFinding] = useState(false)
  const [saving, run] = useOneEach()
  const wanted = {
    withMoney: settings.pictureMoney,
    withNames: settings.pictureNames,
    withFinding: withFinding && shared !== '',
  }
  const preview = usePreview(actions, wanted)
  return (
    <section class="share-picture" aria-labelledby="share-picture">
      <h3 id="share-picture">{t('picture_to_share')}</h3>
      <p class="hint">{t('picture_about')}</p>
      <div ref={preview} class="preview" />
      <div>
        {hasRate && settings.moneyHidden && <p class="hint">{t('picture_money_hidden')}</p>}
        {hasRate && !settings.moneyHidden && (
          <CheckSetting
            label={t('picture_with_money')}
            checked={settings.pictureMoney}
            onSave={(pictureMoney) => onChange({ pictureMoney })}
          />
        )}
        <CheckSetting
          label={t('picture_with_sites')}
          checked={settings.pictureNames}
          onSave={(pictureNames) => onChange({ pictureNames })}
        />
        {shared !== '' && (
          <Choice words={t('picture_with_finding', shared)} isMade={withFinding} onChange={setWithFinding} />
        )}
        <div class="actions">
          <button type="button" onClick={() => run('save', () => actions.savePicture(wanted))}>
            {t('save_picture')}
          </button>
          <button type="button" onClick={() => run('copy', () => actions.copyPicture(wanted))}>
            {t('copy_picture')}
          </button>
          <SaveNote saving={saving} />
        </div>
      </div>
    </section>
  )
}
