import { useLayoutEffect, useRef } from 'preact/hooks'
import type { WallFacts } from '../../domain/firewall/firewall-status'
import type { PassOffer } from '../../domain/firewall/pass'
import { readableHost } from '../../domain/surface/idn'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { fullName } from '../figure/full-name'
import { ruleSentence } from '../rule/rule-sentence'
import { targetName } from '../rule/target-name'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import { Trouble, type TroubleProps } from '../page/trouble'
import { headline } from './headline'
import { WallFactsList } from './wall-facts'
import { WallPasses } from './wall-passes'
import { WallPause } from './wall-wait'
import './wall.css'

interface WallProps {
  /** Null for a wall without a closed page behind it, undefined if the worker did not answer. */
  facts: WallFacts | null | undefined
  isHidden: boolean
  profileOf: (surface: string) => SurfaceProfile
  investments: readonly SurfaceProfile[]
  icons: IconCache
  trouble: TroubleProps | null
  onLeave: () => void
  onEnter: () => void
  onPass: (offer: PassOffer) => void
  onAskForEmergency: () => void
}

/**
 * The wall: says why it is here. The heading has the focus, so that it is announced and that a key meant for the page
 * before presses nothing. Leave comes first and is the largest button.
 */
export function WallView({ facts, trouble, ...props }: WallProps) {
  return (
    <main class="wall">
      {facts ? (
        <Standing {...props} facts={facts} />
      ) : (
        <header>
          <Heading words={t(facts === null ? 'wall_left_over' : 'wall_title')} />
          {facts === null && <p class="soft">{t('wall_left_over_hint')}</p>}
        </header>
      )}
      <button type="button" class="primary wall-leave" onClick={props.onLeave}>
        {t('wall_leave')}
      </button>
      {trouble && <Trouble {...trouble} />}
      {facts && <Ways {...props} facts={facts} />}
    </main>
  )
}

interface StandingProps extends Omit<WallProps, 'facts' | 'trouble'> {
  facts: WallFacts
}

const Standing = ({ facts, profileOf, icons, isHidden }: StandingProps) => {
  const profile = profileOf(facts.surface)
  return (
    <>
      <header>
        <p class="wall-where">
          <SiteIcon profile={profile} icons={icons} />
          <SurfaceName profile={profile} />
        </p>
        <Heading words={headline(facts)} />
        <p class="soft">{ruleSentence(facts.rule, (target) => targetName(target, profileOf), isHidden)}</p>
      </header>
      <WallFactsList facts={facts} isHidden={isHidden} />
    </>
  )
}

/** Takes the focus unless the person has put it somewhere. */
function Heading({ words }: { words: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {words}
    </h1>
  )
}

/** Everything but Leave: the pause, better sites, and the passes last. */
function Ways({ facts, profileOf, investments, icons, ...props }: StandingProps) {
  const name = fullName(profileOf(facts.surface))
  if (facts.isOpen)
    return (
      <button type="button" class="wall-back" onClick={props.onEnter}>
        {t('wall_back', name)}
      </button>
    )
  return (
    <>
      {facts.pauseEndsAt !== null && (
        <WallPause
          endsAt={facts.pauseEndsAt}
          wholeMs={1000 * facts.rule.pauseSeconds}
          name={name}
          onEnter={props.onEnter}
        />
      )}
      {investments.length > 0 && (
        <nav class="wall-better" aria-labelledby="better">
          <h2 id="better">{t('wall_better')}</h2>
          <ul>
            {investments.map((profile) => (
              <li key={profile.surface}>
                <a href={`https://${profile.site}/`}>
                  <SiteIcon profile={profile} icons={icons} />
                  <SurfaceName profile={profile} />
                  <span class="soft">{readableHost(profile.site)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <WallPasses
        facts={facts}
        isHidden={props.isHidden}
        onPass={props.onPass}
        onAskForEmergency={props.onAskForEmergency}
      />
    </>
  )
}
