import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useRequest } from '../../components/page/use-request'
import { useReady } from '../../components/page/use-ready'
import { investmentsOf } from '../../domain/surface/investments'
import { WallView } from '../../components/wall/wall-view'
import type { Opinion } from '../../domain/surface/opinion'
import { surfaceBook } from '../../domain/surface/surface-book'
import { icons } from '../../platform/favicon'
import { t } from '../../platform/i18n'
import { type CommandName, type Commands, send } from '../../platform/messages'
import { loadSettings } from '../../storage/said/settings'
import { useFacts } from './use-facts'

/** The person's opinions on sites. Read after the wall is on screen, which must not wait for the database. */
function useOpinions(isShown: boolean): readonly Opinion[] {
  const [opinions, setOpinions] = useState<readonly Opinion[]>([])
  useEffect(() => {
    if (!isShown) return undefined
    let stop = () => {}
    let isGone = false
    import('../../storage/record/known-surfaces').then(
      ({ liveOpinions }) => {
        if (isGone) return
        const { unsubscribe } = liveOpinions().subscribe({ next: setOpinions, error: () => undefined })
        stop = unsubscribe
      },
      () => undefined, // The wall works without them.
    )
    return () => {
      isGone = true
      stop()
    }
  }, [isShown])
  return opinions
}

/** Whether money is hidden; true until the settings are read. */
function useMoneyHidden(): boolean {
  const [isHidden, setHidden] = useState(true)
  useEffect(() => {
    loadSettings().then(
      ({ moneyHidden }) => setHidden(moneyHidden),
      () => undefined,
    )
  }, [])
  return isHidden
}

/** The page that takes the place of a limited one. It trusts nothing in its URL: the worker knows each tab's wall. */
export function Wall() {
  const { facts, trouble, ask } = useFacts()
  const [refused, track] = useRequest()
  const isHidden = useMoneyHidden()
  const isShown = facts !== undefined
  const opinions = useOpinions(isShown)
  const profileOf = useMemo(() => surfaceBook(opinions), [opinions])
  useEffect(() => {
    document.title = t('wall_title')
  }, [])
  useReady(isShown)

  // A second click on a pass must not take it twice.
  const isBusy = useRef(false)
  const request = <Name extends CommandName>(name: Name, input: Commands[Name]['input']) => {
    if (isBusy.current && name !== 'leave') return
    isBusy.current = true
    track(
      send(name, input)
        .finally(ask)
        .finally(() => {
          isBusy.current = false
        }),
    )
  }
  if (facts === undefined && !trouble) return null
  return (
    <WallView
      facts={facts}
      isHidden={isHidden}
      profileOf={profileOf}
      investments={facts ? investmentsOf(opinions, profileOf, facts.surface) : []}
      icons={icons}
      trouble={trouble ?? refused}
      onLeave={() => request('leave', null)}
      onEnter={() => request('enter', null)}
      onPass={({ type, priceMinor, currency }) => request('pass', { type, priceMinor, currency })}
      onAskForEmergency={() => request('askForEmergency', null)}
    />
  )
}
