import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { reasonOf } from './describe-trouble'
import type { TroubleProps } from './trouble'

/** Holds the error of a failed change until the next change succeeds. */
export function useRequest(): [TroubleProps | null, (request: Promise<unknown>) => void] {
  const [refused, setRefused] = useState<TroubleProps | null>(null)
  const ask = (request: Promise<unknown>) => {
    request.then(
      () => setRefused(null),
      (error: unknown) => setRefused({ sentence: t('not_saved', reasonOf(error)), detail: '' }),
    )
  }
  return [refused, ask]
}
