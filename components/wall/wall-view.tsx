import { useLayoutEffect, useRef } from 'preact/hooks'
import type { WallFacts } from '../../domain/firewall/firewall-status'
import { isFocus } from '../../domain/firewall/focus'
import type { PassOffer } from '../../domain/firewall/pass'
import type { WaitedPass } from '../../domain/firewall/passes'
import type { Rule } from '../../domain/firewall/rule'
import { readableHost } from '../../domain/surface/idn'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { fullName } from '../figure/full-name'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { targetName } from '../rule/target-name'
import { type IconCache, SiteIcon } from '../figure/site-icon'
import { SurfaceName } from '../figure/surface-name'
import { whereWords } from '../rule/where-words'
import { Trouble, type TroubleProps } from '../page/trouble'
import { headline } from './headline'
import { WallFactsList } from './wall-facts'
import { WallPasses } from './wall-passes'
import { PauseQuestion, WallVisit } from './wall-visit'
import { WallPause } from './wall-wait'
import './wall.css'

interface WallProps {
  /** Null for a wall without a closed page behind it, undefined if the worker did not answer. */
  facts: WallFacts | null | undefined
  /** Whether money is hidden; null until that is known. */
  isHidden: boolean | null
  /** Whether the person wants questions about visits. */
  asks: boolean
  profileOf: (surface: string) => SurfaceProfile
  investments: readonly SurfaceProfile[]
  icons: IconCache
  trouble: TroubleProps | null
  /** Goes back to the page before a wall of which nothing is known; null if there is none. */
  onBack: (() => void) | null
  onLeave: () => void
  onEnter: () => void
  onPass: (offer: PassOffer) => void
  onAskForPass: (type: WaitedPass) => void
  onDropPass: (type: WaitedPass) => void
  onAnswer: (drifted: boolean) => void
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
        <Unknown hasAnswer={facts === null} hasPage={props.onBack !== null} />
      )}
      <button type="button" class="primary wall-leave" onClick={props.onLeave}>
        {t('wall_leave')}
      </button>
      {trouble && <Trouble {...trouble} />}
      {props.onBack && (
        <button type="button" class="wall-back" onClick={props.onBack}>
          {t('wall_page_before')}
        </button>
      )}
      {facts && <Ways {...props} facts={facts} />}
    </main>
  )
}

/** Above a wall of which nothing is known. */
function Unknown({ hasAnswer, hasPage }: { hasAnswer: boolean; hasPage: boolean }) {
  if (!hasAnswer)
    return (
      <header>
        <Heading words={t('wall_title')} />
      </header>
    )
  return (
    <header>
      <Heading words={t(hasPage ? 'wall_page_before_title' : 'wall_left_over')} />
      <p class="soft">{t(hasPage ? 'wall_page_before_hint' : 'wall_left_over_hint')}</p>
    </header>
  )
}

interface StandingProps extends Omit<WallProps, 'facts' | 'trouble' | 'onBack'> {
  facts: WallFacts
}

const Standing = ({ facts, profileOf, icons, isHidden }: StandingProps) => {
  const profile = profileOf(facts.surface)
  const nameOf: NameOf = (target) => targetName(target, profileOf)
  const where = facts.where ? whereWords(facts.rule.bound, facts.where, isHidden !== false) : null
  return (
    <>
      <header>
        <p class="wall-where">
          <SiteIcon profile={profile} icons={icons} />
          <SurfaceName profile={profile} />
        </p>
        <Heading words={headline(facts, nameOf)} />
        <p class="soft">{ruleSentence(facts.rule, nameOf, isHidden !== false)}</p>
      </header>
      {facts.visit && !facts.isOpen ? (
        <>
          <WallVisit visit={facts.visit} isHidden={isHidden !== false} />
          {where && <p class="soft wall-used-where">{where}</p>}
        </>
      ) : (
        <WallFactsList facts={facts} where={where} isHidden={isHidden !== false} nameOf={nameOf} />
      )}
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

/** The sites that a focus hour leaves open. */
const namedSites = ({ except }: Rule): string[] =>
  except.flatMap((target) => (target.type === 'site' ? target.site : []))

/** Everything but Leave: the pause, better sites, and the passes last. */
function Ways({ facts, profileOf, icons, ...props }: StandingProps) {
  const { rule } = facts
  // Most of what is worth more is closed, too.
  const isInFocus = isFocus(rule.bound)
  const better = isInFocus ? namedSites(rule).map(profileOf) : props.investments
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
      {props.asks && facts.visit && <PauseQuestion isAnswered={facts.isAnswered} onAnswer={props.onAnswer} />}
      {better.length > 0 && (
        <nav class="wall-better" aria-labelledby="better">
          <h2 id="better">{t(isInFocus ? 'focus_stays_open' : 'wall_better')}</h2>
          <ul>
            {better.map((profile) => (
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
        onAskForPass={props.onAskForPass}
        onDropPass={props.onDropPass}
      />
    </>
  )
}
