/** What happens in a life: the person, their browser and their computer do something, one deed after the other. */
import fc from 'fast-check'

/** Pages, each with the surface that its address means. */
export const PAGES = {
  'https://www.youtube.com/watch?v=1': { surface: 'youtube.com/watch', isImmersive: true },
  'https://www.youtube.com/shorts/2': { surface: 'youtube.com/shorts', isImmersive: false },
  'https://github.com/a/b': { surface: 'github.com', isImmersive: false },
  'https://www.coursera.org/learn/x': { surface: 'coursera.org', isImmersive: true },
  'https://example.org/': { surface: 'example.org', isImmersive: false },
  'about:blank': { surface: null, isImmersive: false },
} as const satisfies Record<string, { surface: string | null; isImmersive: boolean }>
export type Address = keyof typeof PAGES
export const ADDRESSES = Object.keys(PAGES) as Address[]

export type Deed =
  | { does: 'open' | 'goes'; to: Address }
  | { does: 'switches' | 'closes'; tab: number }
  | { does: 'sound' | 'mute' | 'fullscreen' | 'popup' | 'pause' | 'lock'; on: boolean }
  | { does: 'window'; isPrivate: boolean; to: Address }
  | { does: 'brings'; window: number }
  | { does: 'other program' | 'comes back' | 'input' | 'hint' | 'worker killed' }
  | { does: 'excludes'; page: Address }
  | { does: 'browser killed' | 'sleep'; seconds: number }
  | { does: 'clock'; ms: number }
  | { does: 'zone'; minutes: number }
  | { does: 'disk'; fails: boolean }

export interface Act {
  /** Seconds since the last act. */
  after: number
  /** Whether there was input in every second since the last act. */
  isBusy: boolean
  /** Whether the deed itself is an input. */
  isByHand: boolean
  deed: Deed
}

export interface Life {
  /** Whether the browser reports every change of focus, as Firefox does. */
  tellsOfFocus: boolean
  secondScreen: boolean
  idleSeconds: number
  /** Whether the clock that counts the time without input stands still during sleep, as on Linux. */
  idleClockStops: boolean
  /** How many seconds after the beginning of the life summer time begins. */
  summerTime: number
  acts: Act[]
  /** How long the life goes on after the last act. */
  rest: number
}

const tab = fc.nat(5)
const on = fc.boolean()
const to = fc.constantFrom(...ADDRESSES)

const everyday: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('open', 'goes'), to }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('switches'), tab }) },
  fc.record({ does: fc.constant('closes'), tab }),
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('sound', 'fullscreen'), on }) },
  fc.record({ does: fc.constantFrom('mute', 'popup', 'pause'), on }),
  fc.record({ does: fc.constant('window'), isPrivate: on, to }),
  fc.record({ does: fc.constant('brings'), window: fc.nat(2) }),
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('other program', 'comes back') }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('input', 'hint') }) },
  fc.record({ does: fc.constant('lock'), on }),
  fc.record({ does: fc.constant('excludes'), page: to }),
) as fc.Arbitrary<Deed>

const trouble: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('worker killed') }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('sleep'), seconds: fc.integer({ min: 1, max: 9000 }) }),
  },
  fc.record({ does: fc.constant('browser killed'), seconds: fc.integer({ min: 1, max: 900 }) }),
  fc.record({
    does: fc.constant('zone'),
    minutes: fc.constantFrom(-660, -300, 0, 60, 120, 330, 345, 765),
  }),
) as fc.Arbitrary<Deed>

/** Never whole seconds: a span that begins in the very millisecond of an earlier one would replace it. */
const clock = fc
  .oneof(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -200_000, max: 200_000 }))
  .map((seconds): Deed => ({ does: 'clock', ms: 1000 * seconds + 137 }))

const disk = fc.record({ does: fc.constant('disk'), fails: on }) as fc.Arbitrary<Deed>

const after = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 90, max: 700 }) },
)

/** Lives of an hour or so, in which the given troubles happen; `most` acts. */
export function lives(troubles: readonly ('trouble' | 'clock' | 'disk')[], most: number): fc.Arbitrary<Life> {
  const kinds = { trouble, clock, disk }
  const deed = fc.oneof(
    { weight: 4, arbitrary: everyday },
    ...troubles.map((name) => ({ weight: name === 'trouble' ? 2 : 1, arbitrary: kinds[name] })),
  )
  return fc.record({
    tellsOfFocus: fc.boolean(),
    secondScreen: fc.boolean(),
    idleSeconds: fc.constantFrom(60, 120, 15),
    idleClockStops: fc.boolean(),
    summerTime: fc.integer({ min: 0, max: 90_000 }),
    acts: fc.array(fc.record({ after, isBusy: fc.boolean(), isByHand: fc.boolean(), deed }), {
      minLength: 1,
      maxLength: most,
    }),
    rest: fc.oneof({ weight: 4, arbitrary: after }, fc.integer({ min: 1, max: 8000 })),
  })
}

const tellDeed = (deed: Deed): string =>
  Object.entries(deed)
    .map(([name, value]) => (name === 'does' ? String(value) : `${name} ${String(value)}`))
    .join(', ')

/** The life as a list of deeds, by the second in which each happens. */
export function tellLife({ acts, rest, ...life }: Life): string {
  let at = 0
  const lines = acts.map(({ after: seconds, isBusy, isByHand, deed }) => {
    at += seconds
    const line = `${String(at).padStart(6)} s  ${tellDeed(deed)}${isByHand ? ', by hand' : ''}${isBusy ? ' (input until then)' : ''}`
    if (deed.does === 'sleep' || deed.does === 'browser killed') at += deed.seconds
    return line
  })
  return [JSON.stringify(life), ...lines, `${String(at + rest).padStart(6)} s  end`].join('\n')
}
