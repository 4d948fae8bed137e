import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { reasonOf } from './describe-trouble'
import type { TroubleProps } from './trouble'

/** Tells of a change that could not be made, until the next one is. */
export function useRequest(): [TroubleProps | null, (asked: Promise<unknown>) => void] {
  const [refused, setRefused] = useState<TroubleProps | null>(null)
  const ask = (asked: Promise<unknown>) => {
    asked.then(
      () => setRefused(null),
      (error: unknown) => setRefused({ sentence: t('not_saved', reasonOf(error)), detail: '' }),
    )
  }
  return [refused, ask]
}
