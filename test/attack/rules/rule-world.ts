/** Random rules, and people who try to get more out of them. */
import fc from 'fast-check'
import type { After, Bound, Rule, Target } from '../../../domain/firewall/rule'
import { blocked, euros, minutes, minutesAWeek, ruleOf } from '../../fixtures/rules'

export type Attempt =
  | {
      does:
        | 'feed'
        | 'learning'
        | 'elsewhere'
        | 'other program'
        | 'comes back'
        | 'worker killed'
        | 'deletes'
        | 'hint'
    }
  | { does: 'lock'; on: boolean }
  /** Takes a pass, if the wall offers it. */
  | { does: 'pass'; type: 'minute' | 'quarter' | 'day' }
  | { does: 'wants'; minutes: number }
  /** Wants so many minutes of learning to come first; 0 for none. */
  | { does: 'wants first'; minutes: number }
  | { does: 'strictness'; strictness: 'notice' | 'wall' }
  /** The computer sleeps; then its clock may be set back. */
  | { does: 'sleep'; minutes: number }
  | { does: 'clock back'; minutes: number }

export interface RuleWorld {
  type: 'time' | 'money' | 'week' | 'hours'
  minutes: number
  strictness: 'wall' | 'lock'
  about: 'feeds' | 'everything'
  /** So many minutes of learning have to come first. */
  first: number
  carriesOver: boolean
  attempts: { after: number; attempt: Attempt }[]
}

const attempt = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ does: 'feed' }) },
  { weight: 2, arbitrary: fc.constant({ does: 'learning' }) },
  fc.record({ does: fc.constant('wants first'), minutes: fc.nat(3) }),
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('elsewhere', 'other program', 'comes back', 'worker killed', 'hint'),
    }),
  },
  fc.record({ does: fc.constant('lock'), on: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('pass'), type: fc.constantFrom('minute', 'quarter', 'day') }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wants'), minutes: fc.nat(8) }) },
  fc.record({ does: fc.constant('strictness'), strictness: fc.constantFrom('notice', 'wall') }),
  fc.record({ does: fc.constant('deletes') }),
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('sleep'), minutes: fc.integer({ min: 1, max: 1500 }) }),
  },
  fc.record({ does: fc.constant('clock back'), minutes: fc.integer({ min: 1, max: 1200 }) }),
) as fc.Arbitrary<Attempt>

export const ruleWorlds: fc.Arbitrary<RuleWorld> = fc.record({
  type: fc.constantFrom('time', 'money', 'week', 'hours'),
  minutes: fc.nat(5),
  strictness: fc.constantFrom('wall', 'lock'),
  about: fc.constantFrom('feeds', 'everything'),
  first: fc.constantFrom(0, 0, 1, 2),
  carriesOver: fc.boolean(),
  attempts: fc.array(fc.record({ after: fc.integer({ min: 1, max: 200 }), attempt }), {
    minLength: 1,
    maxLength: 14,
  }),
})

/** An allowance of so many minutes, at a euro a minute; hours are closed for twenty minutes after 10:05. */
export function boundOf(type: RuleWorld['type'], allowed: number): Bound {
  if (type === 'money') return euros(allowed)
  if (type === 'week') return minutesAWeek(allowed)
  return type === 'hours' ? blocked(`10:0${allowed}–10:30`) : minutes(allowed)
}

const LEARNING: Target = { type: 'kind', kind: 'learning' }

export const afterOf = (count: number): After | null =>
  count === 0 ? null : { targets: [LEARNING], minutes: count }

/** What a rule about everything leaves out: learning, and the page elsewhere. */
const LEFT_OUT: readonly Target[] = [LEARNING, { type: 'site', site: 'example.org' }]

export const ruleIn = ({ type, about, first, carriesOver, ...world }: RuleWorld, id = ''): Rule =>
  ruleOf({
    id,
    strictness: world.strictness,
    bound: boundOf(type, world.minutes),
    ...(about === 'everything' && { targets: [{ type: 'everything' }], except: LEFT_OUT }),
    after: afterOf(first),
    carriesOver,
  })

export const tellRules = ({ attempts, ...rule }: RuleWorld): string =>
  [
    JSON.stringify(rule),
    ...attempts.map(
      ({ after, attempt: one }) => `${String(after).padStart(4)} s later  ${JSON.stringify(one)}`,
    ),
  ].join('\n')
