import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { pageTrouble } from '../../components/page/describe-trouble'
import { Trouble, type TroubleProps } from '../../components/page/trouble'

/** A page that is loaded when it is first shown, so that the first screen does not wait for the other pages. */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | null = null
  return function LazyPage(props: Props) {
    const [Page, show] = useState<{ page: ComponentType<Props> } | null>(known && { page: known })
    const [failed, setFailed] = useState<TroubleProps | null>(null)
    useEffect(() => {
      if (Page) return
      load().then(
        (page) => {
          known = page
          show({ page })
        },
        (error: unknown) => setFailed(pageTrouble(error)),
      )
    }, [])
    if (failed) return <Trouble {...failed} />
    return Page ? <Page.page {...props} /> : null
  }
}
