/** What an exchange does to rules and to the words about them. */
import { MOST_ROWS } from '../file/most'
import { inCurrency } from '../firewall/rule-standings'
import { loosens } from '../firewall/loosening'
import type { StoredRule } from '../firewall/rule'
import { written } from '../written'
import { asKept, type Heard, idsOfRules, winningNow, sayingOf, withWords } from './exchange-words'
import {
  isFocusWord,
  isHealed,
  isMoved,
  isRuleOver,
  ruleAfter,
  type RuleTerms,
  type RuleWord,
  ruleWord,
} from './rule-word'
import { saidOfRules } from './said'
import { nextStamp } from './stamp'
import { isForgettable, type KeptWord, type Said, saidSince, type Saying, type Words } from './word'

export interface RulesChange {
  put: KeptWord[]
  /** Ids of words that are kept no longer. */
  gone: string[]
  /** What becomes of rules here. */
  rules: { before: StoredRule | null; after: StoredRule | null }[]
}

const idOfRule = ({ key }: KeptWord): string => key?.slice('rule '.length) ?? ''

/** A word with what holds here, where that is something else, and with the rule that returns by itself. */
function withHere({ here: _here, heals: _heals, ...word }: KeptWord, rule: StoredRule | null): KeptWord {
  const wanted = rule && ruleWord(rule)
  return {
    ...word,
    ...(written(wanted) !== written(word.value) && { here: wanted }),
    ...(rule?.heals && { heals: rule.heals.value }),
  }
}

/**
 * What the rules here say. One that healed although it was kept elsewhere says nothing: the word holds again. Nor does a
 * focus hour that moved along with the clock.
 */
function saidHere(rules: readonly StoredRule[], kept: Words, at: number): Said {
  const said = saidOfRules(rules, kept, at)
  const silent = [...kept.values()].filter(({ key, value, heals }) => {
    const [wanted, now] = [value as RuleWord | null, said.get(key ?? '') as RuleWord | undefined]
    const isBack =
      wanted?.isKept && now?.isKept && heals !== undefined && written(now.rule) === written(heals)
    return isBack || isMoved(wanted?.rule, now?.rule)
  })
  // A rule that was weakened elsewhere, and is made stricter here, is not thereby kept: it still heals there.
  const weakened = [...kept.values()].flatMap((word) => {
    const { key, value, here = value } = word
    const [wanted, now] = [value as RuleWord | null, said.get(key ?? '') as RuleWord | undefined]
    if (!wanted || wanted.isKept || !now || written(now) === written(here)) return []
    const isOther = written(wanted.rule) !== written(now.rule) && !isHealed(word, now)
    return isOther ? [[key ?? '', { ...now, isKept: false }] as const] : []
  })
  const asTheyWere = silent.map(({ key, value, here }) => [key ?? '', here ?? value] as const)
  return new Map([...said, ...weakened, ...asTheyWere])
}

const hasMoved = ({ value, here }: KeptWord): boolean =>
  here !== undefined && isFocusWord(value as RuleWord | null)

/** Whether a focus hour that moved along with the clock is over here, though not by its word: it does not begin again. */
const hasMovedEnd = (word: KeptWord, at: number): boolean =>
  hasMoved(word) && isRuleOver({ value: word.here }, at)

/**
 * Of words with one stamp, such as of a rule that healed on two devices to different rules at once, chance decides. If it
 * decides for a looser rule, the one here is said anew.
 */
function insisting(before: Words, { device, now, latest: heard }: Saying, { calendar, currency }: RuleTerms) {
  let latest = heard
  return (won: KeptWord): KeptWord => {
    const own = before.get(won.id)
    const [mine, theirs] = [own?.value as RuleWord | null | undefined, won.value as RuleWord | null]
    if (!own || !mine || own.stamp !== won.stamp) return won
    if (!loosens(inCurrency(mine.rule, currency), theirs?.rule ?? null, calendar.dayStartHour)) return won
    latest = nextStamp(latest, now, device)
    return { ...own, stamp: latest }
  }
}

/** The effect of an exchange on the rules here. */
export function rulesAfter(heard: Heard, rules: readonly StoredRule[], terms: RuleTerms): RulesChange {
  const { at } = terms
  const ids = idsOfRules(heard)
  const kept = new Map([...heard.kept].filter(([id]) => ids.has(id)))
  const isOver = (word: KeptWord) => isRuleOver(word, at)
  const saying = sayingOf(heard)
  const hasEnded = (word: KeptWord) => isOver(word) || hasMovedEnd(word, at)
  const here = saidSince(kept, saidHere(rules, kept, at), saying, hasEnded, isHealed)
  const before = withWords(kept, here)
  const about = heard.heard.filter(({ id }) => ids.has(id) || before.has(id))
  const won = winningNow(
    before,
    about.filter((word) => !isOver(word)),
    heard.now,
  )
    .map((word) => asKept(word, before.get(word.id)))
    .map(insisting(before, saying, terms))
  const words = [...withWords(before, won).values()]
  // A rule that a PIN keeps from being deleted would be said anew if its word were forgotten.
  const isThere = (word: KeptWord) => rules.some(({ id }) => id === idOfRule(word))
  const over = words.filter((word) => isOver(word) || (isForgettable(word, heard.now) && !isThere(word)))
  let count = rules.length
  const settled = words
    .filter((word) => !over.includes(word))
    .map((word) => {
      const stored = rules.find(({ id }) => id === idOfRule(word)) ?? null
      const isRefused = stored === null && (count >= MOST_ROWS.limits || hasMoved(word))
      const after = isRefused ? null : ruleAfter(stored, word.value as RuleWord | null, terms)
      count += Number(stored === null && after !== null)
      return { stored, after, word: withHere(word, after) }
    })
  return {
    put: settled
      .map(({ word }) => word)
      .filter((word) => written(word) !== written(heard.kept.get(word.id) ?? null)),
    gone: over.map(({ id }) => id),
    rules: settled.flatMap(({ stored, after }) => (after === stored ? [] : [{ before: stored, after }])),
  }
}
