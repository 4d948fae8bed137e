import type { SiteProps } from './site-actions'
import { useState } from 'preact/hooks'
import { isNothing, type Recorded } from '../../../domain/record/recorded'
import { addressOf } from '../../../domain/surface/surface-directory'
import { t } from '../../../platform/i18n'
import { recordedWords } from '../../figure/recorded-words'
import { SaveNote } from '../../form/save-note'
import { useFocusAfter } from '../../form/use-focus-after'
import { type Save, useSaving } from '../../form/use-saving'

type Question = { about: 'history' | 'everything'; recorded: Recorded }

/** Excludes a site from recording, deletes its history, or forgets it everywhere. */
export function SiteRemoval({ site, known, actions, onForgotten }: SiteProps) {
  const { site: name } = site.profile
  const [question, setQuestion] = useState<Question | null>(null)
  const [saving, save] = useSaving()
  const focused = useFocusAfter(question === null)

  const hasHistory = known.some(({ profile, timeMs }) => profile.site === name && timeMs > 0)

  const ask = (about: Question['about']) =>
    actions.recordedOf(name).then(
      (recorded) => {
        if (about === 'everything' || !isNothing(recorded)) setQuestion({ about, recorded })
      },
      (error: unknown) => void save(() => Promise.reject(error)),
    )
  const exclude = async () => {
    // Excluding a site ends its open span, which then belongs to the history.
    if (await save(() => actions.change(name, { excluded: Date.now() }))) await ask('history')
  }
  return (
    <div class="removal" role="group" aria-label={t('removal', addressOf(name))}>
      <p class="title">{t('removal', addressOf(name))}</p>
      {question ? (
        <Sure
          question={question}
          name={name}
          actions={actions}
          save={save}
          keepRef={focused}
          onForgotten={onForgotten}
          onClose={() => setQuestion(null)}
        />
      ) : (
        <div class="actions">
          {site.excluded ? (
            <button type="button" onClick={() => void save(() => actions.change(name, { excluded: null }))}>
              {t('include')}
            </button>
          ) : (
            <button type="button" onClick={() => void exclude()}>
              {t('exclude')}
            </button>
          )}
          {site.excluded && hasHistory && (
            <button type="button" class="danger" onClick={() => void ask('history')}>
              {t('delete_history')}
            </button>
          )}
          <button ref={focused} type="button" class="danger" onClick={() => void ask('everything')}>
            {t('forget')}
          </button>
        </div>
      )}
      <SaveNote saving={saving} />
    </div>
  )
}

interface SureProps extends Pick<SiteProps, 'actions' | 'onForgotten'> {
  question: Question
  name: string
  save: Save
  keepRef: ReturnType<typeof useFocusAfter>
  onClose: () => void
}

/** The second step: says how much is deleted, and that it cannot be undone. */
function Sure(props: SureProps) {
  const { question, name, actions, save, keepRef, onForgotten, onClose } = props
  const { about, recorded } = question
  const isAll = about === 'everything'
  const go = async () => {
    if (!(await save(() => (isAll ? actions.forget(name) : actions.deleteHistory(name))))) return
    onClose()
    if (isAll) onForgotten()
  }
  return (
    <div class="sure" role="group" aria-label={t(isAll ? 'forget' : 'delete_history')}>
      <p>{t(isAll ? 'forget_sure' : 'delete_history_sure', addressOf(name), recordedWords(recorded))}</p>
      <div class="actions">
        <button type="button" class="danger" onClick={() => void go()}>
          {t(isAll ? 'forget' : 'delete_history')}
        </button>
        <button ref={keepRef} type="button" onClick={onClose}>
          {t(isAll ? 'cancel' : 'keep_history')}
        </button>
      </div>
    </div>
  )
}
