/**
 * Was it worth it? What the person said about sampled visits, by surface: how many they called worth it (150 % or an
 * investment), and the worth that follows, as `ratedWorth` computes it. All answers ever count, because the worth that
 * prices every total rests on all of them. A surface that was joined to another one later is left out.
 */
import { type Rating, saidWorths } from '../record/rating'
import type { SurfaceProfile } from '../surface/surface-book'
import { ASSUMED_WORTH, type RatedWorth, ratedWorth, WORTHS } from '../surface/worth'
import type { Missing, Scope } from './finding'
import { whenAnswered } from './missing'

/** Below this, the answers say more about chance than about the visits. */
export const LEAST_ANSWERS = 5

/** From this worth on, a visit was worth it. */
const WORTH_IT = WORTHS[3].worthQuarters

export interface WorthAnswer {
  profile: SurfaceProfile
  /** Visits that were worth it, of all that `rated` counts. */
  worthIt: number
  /** The sum of these answers, in quarters. */
  saidQuarters: number
  /** The worth from these answers, even where the person's own word counts. */
  rated: RatedWorth
  assumedQuarters: number
}

export interface WorthAnswers {
  /** The surface with the most answers first. */
  surfaces: WorthAnswer[]
  worthIt: number
  answered: number
  /** How many visits were asked about; at least as many as answered. */
  asked: number
}

type Rated = Required<Pick<Rating, 'worthQuarters'>>

const worthItOf = (ratings: readonly Rated[]): number =>
  ratings.filter(({ worthQuarters }) => worthQuarters >= WORTH_IT).length

function answerOf(profile: SurfaceProfile, own: readonly Rated[]): WorthAnswer {
  const quarters = own.map(({ worthQuarters }) => worthQuarters)
  return {
    profile,
    worthIt: worthItOf(own),
    saidQuarters: quarters.reduce((sum, said) => sum + said, 0),
    rated: ratedWorth(quarters, profile.kind),
    assumedQuarters: ASSUMED_WORTH[profile.kind],
  }
}

/** What was worth it by the person's answers; missing below five of them. */
export function worthAnswersOf({
  ratings,
  asked,
  valuing,
}: Pick<Scope, 'ratings' | 'asked' | 'valuing'>): WorthAnswers | Missing {
  const { profileOf } = valuing
  const counted = saidWorths(ratings).filter(({ surface }) => profileOf(surface).surface === surface)
  if (counted.length < LEAST_ANSWERS) {
    const [have, need] = [counted.length, LEAST_ANSWERS]
    return { lacks: 'ratings', have, need, when: whenAnswered(have, need) }
  }
  const surfaces = [...Map.groupBy(counted, ({ surface }) => surface)]
    .map(([surface, own]) => answerOf(profileOf(surface), own))
    .sort((a, b) => b.rated.count - a.rated.count || (a.profile.surface < b.profile.surface ? -1 : 1))
  return {
    surfaces,
    worthIt: worthItOf(counted),
    answered: counted.length,
    asked: Math.max(asked, counted.length),
  }
}
