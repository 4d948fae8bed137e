import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useRequest } from '../../components/page/use-request'
import { useReady } from '../../components/page/use-ready'
import { investmentsOf } from '../../domain/surface/investments'
import { tabTitle } from '../../components/wall/headline'
import { WallView } from '../../components/wall/wall-view'
import { coverage } from '../../domain/firewall/coverage'
import type { Opinion } from '../../domain/surface/opinion'
import { isPaused, type Settings } from '../../domain/settings/settings'
import { surfaceBook } from '../../domain/surface/surface-book'
import { icons } from '../../platform/favicon'
import { type CommandName, type Commands, send } from '../../platform/messages'
import { loadSettings } from '../../storage/said/settings'
import { useFacts } from './use-facts'
import { goBack, hasWayBack, useWayBack } from './way-back'

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

/** The settings; null until they are read. */
function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null)
  useEffect(() => {
    loadSettings().then(setSettings, () => undefined)
  }, [])
  return settings
}

/** The page that takes the place of a limited one. It trusts nothing in its URL: the worker knows each tab's wall. */
export function Wall() {
  const { facts, isLeftOver, trouble, ask } = useFacts()
  const [refused, track] = useRequest()
  const settings = useSettings()
  const isShown = facts !== undefined
  const opinions = useOpinions(isShown)
  const profileOf = useMemo(() => surfaceBook(opinions), [opinions])
  const { covers } = useMemo(() => coverage(opinions), [opinions])
  useEffect(() => {
    if (facts !== undefined) document.title = tabTitle(facts)
  }, [facts])
  useReady(isShown)
  useWayBack(isLeftOver)

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
      isHidden={settings?.moneyHidden ?? null}
      asks={settings?.asksWorth === true && !isPaused(settings, Date.now())}
      profileOf={profileOf}
      investments={
        facts ? investmentsOf(opinions, profileOf, facts.surface, (one) => covers(facts.rule, one)) : []
      }
      icons={icons}
      trouble={trouble ?? refused}
      onBack={facts === null && hasWayBack() ? goBack : null}
      onLeave={() => request('leave', null)}
      onEnter={() => request('enter', null)}
      onPass={({ type, priceMinor, currency }) => request('pass', { type, priceMinor, currency })}
      onAskForPass={(type) => request('askForPass', { type })}
      onDropPass={(type) => request('dropPass', { type })}
      onAnswer={(drifted) => request('answerPause', { drifted })}
    />
  )
}
