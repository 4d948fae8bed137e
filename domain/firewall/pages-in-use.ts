/**
 * Which pages use up the rules that cover them: the page in front, and every other page that a person can see or hear
 * while they are at the browser. A rule counts once, however many of its pages there are.
 */
import { comesFirst, firstId } from './comes-first'
import type { Coverage } from './coverage'
import type { Standing } from './limits'
import { observationFor } from './meter'
import type { Rule } from './rule'
import { isImmersive, type Observation } from '../record/attention'

export interface SeenPage {
  surface: string
  isPrivate: boolean
  /** Whether it has the person's attention. */
  isAttended: boolean
  isVisible: boolean
  isHeard: boolean
  isFullscreen: boolean
}

/** Sound that nobody sees is not enough: it also plays where nobody is. */
const needsNoInput = (page: SeenPage, kindOf: Coverage['kindOf']): boolean =>
  (page.isAttended || page.isVisible) &&
  (page.isHeard || (page.isFullscreen && isImmersive(kindOf(page.surface))))

/**
 * The pages whose time counts for rules. While another program has the focus, only the page in front can count: nobody
 * knows what that program covers. Without input, only pages that need none go on, if there is one.
 */
export function pagesInUse<Page extends SeenPage>(
  pages: readonly Page[],
  isAtBrowser: boolean,
  presence: Observation['presence'],
  { kindOf }: Pick<Coverage, 'kindOf'>,
): Page[] {
  const used = pages.filter((page) => page.isAttended || (isAtBrowser && (page.isVisible || page.isHeard)))
  const without = used.filter((page) => needsNoInput(page, kindOf))
  return presence === 'idle' && without.length > 0 ? without : used
}

/** The rules in force that cover one of the pages. */
export const rulesAbout = (
  pages: readonly SeenPage[],
  rules: readonly Rule[],
  { covers }: Pick<Coverage, 'covers'>,
): Rule[] => rules.filter((rule) => rule.isOn && pages.some(({ surface }) => covers(rule, surface)))

/** The rules in force for which one of the pages comes first. Only the page in front does: a page beside is easily left open. */
const rulesAfter = (
  pages: readonly SeenPage[],
  rules: readonly Rule[],
  { covers }: Pick<Coverage, 'covers'>,
): Rule[] =>
  rules.filter((rule) => {
    const first = rule.isOn ? comesFirst(rule) : null
    return first && pages.some(({ isAttended, surface }) => isAttended && covers(first, surface))
  })

/** Pages, each with the standings of the rules in force that cover it. */
export const withStandings = <Page extends SeenPage>(
  pages: readonly Page[],
  standings: readonly Standing[],
  { covers }: Pick<Coverage, 'covers'>,
): (Page & { standings: Standing[] })[] =>
  pages.map((page) => ({
    ...page,
    standings: standings.filter(({ rule }) => rule.isOn && covers(rule, page.surface)),
  }))

/** What the meters observe of the pages in use: the rules of ordinary windows, and those of private windows alone. */
export function observationsOf(
  pages: readonly SeenPage[],
  rules: readonly Rule[],
  seen: Pick<Observation, 'at' | 'presence'>,
  covering: Pick<Coverage, 'covers' | 'kindOf'>,
): { openly: Observation; privately: Observation } {
  const observe = (own: readonly SeenPage[], about: readonly Rule[]): Observation =>
    observationFor(
      [...about.map(({ id }) => id), ...rulesAfter(own, rules, covering).map(({ id }) => firstId(id))],
      seen,
      own.some((page) => needsNoInput(page, covering.kindOf)),
    )
  const open = pages.filter(({ isPrivate }) => !isPrivate)
  const hidden = pages.filter(({ isPrivate }) => isPrivate)
  const about = rulesAbout(open, rules, covering)
  const only = rulesAbout(hidden, rules, covering).filter((rule) => !about.includes(rule))
  return { openly: observe(open, about), privately: observe(hidden, only) }
}
