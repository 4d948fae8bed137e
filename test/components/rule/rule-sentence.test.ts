import { expect, test, vi } from 'vitest'
import { type Bound, EVERY_DAY, type Rule, type Strictness, type Target } from '../../../domain/firewall/rule'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const NAMES: Record<string, string> = { feed: 'Feeds', video: 'Video', games: 'Games', learning: 'Learning' }
const nameOf = (target: Target): string =>
  target.type === 'kind' ? (NAMES[target.kind] ?? '') : target.type === 'site' ? target.site : 'Everything'

const ruleOf = (bound: Bound, strictness: Strictness = 'wall', more: Partial<Rule> = {}): Rule => ({
  id: 'r',
  targets: [{ type: 'kind', kind: 'feed' }],
  except: [],
  bound,
  strictness,
  pauseSeconds: 8,
  hasEmergency: true,
  isOn: true,
  ...more,
})

async function sentence(locale: string, rule: Rule): Promise<string> {
  vi.resetModules()
  language.locale = locale
  const { ruleSentence } = await import('../../../components/rule/rule-sentence')
  return plain(ruleSentence(rule, nameOf))
}

const minutes = (of: number): Bound => ({ type: 'time', allowance: { per: 'day', of: EVERY_DAY(of) } })
const EVERYTHING: Target = { type: 'everything' }
const LEARNING: Target = { type: 'kind', kind: 'learning' }
const AFTER = { targets: [LEARNING], minutes: 20 }
const sites = (count: number): Target[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'site', site: `a${index + 1}.com` }))
const OFFICE = { from: 9 * 60, to: 17 * 60 }

test.each<[Rule, en: string, de: string]>([
  [
    ruleOf(minutes(40), 'wall', { targets: [] }),
    'A site you forgot: 40 min a day, then the wall',
    'Eine vergessene Website: 40 min am Tag, dann Sperre',
  ],
  [ruleOf(minutes(40)), 'Feeds: 40 min a day, then the wall', 'Feeds: 40 min am Tag, dann Sperre'],
  [
    ruleOf(minutes(90), 'notice'),
    'Feeds: 1 h 30 min a day, then a notice',
    'Feeds: 1 h 30 min am Tag, dann ein Hinweis',
  ],
  [
    ruleOf({ type: 'time', allowance: { per: 'week', of: 300 } }, 'lock'),
    'Feeds: 5 h a week, then the lock',
    'Feeds: 5 h in der Woche, dann feste Sperre',
  ],
  [
    ruleOf({ type: 'time', allowance: { per: 'day', of: [30, 30, 30, 30, 30, 60, 60] } }),
    'Feeds: Mon–Fri 30 min, Sat–Sun 1 h a day, then the wall',
    'Feeds: Mo–Fr 30 min, Sa–So 1 h am Tag, dann Sperre',
  ],
  [
    ruleOf({ type: 'time', allowance: { per: 'day', of: [30, null, null, null, null, null, 60] } }),
    'Feeds: Mon 30 min, Sun 1 h a day, then the wall',
    'Feeds: Mo 30 min, So 1 h am Tag, dann Sperre',
  ],
  [
    ruleOf({ type: 'money', currency: 'EUR', allowance: { per: 'day', of: EVERY_DAY(1000) } }),
    'Feeds: €10.00 a day, then the wall',
    'Feeds: 10,00 € am Tag, dann Sperre',
  ],
  [
    ruleOf({ type: 'opens', allowance: { per: 'day', of: EVERY_DAY(1) } }, 'pause'),
    'Feeds: 1 visit a day, then a pause of 8 s',
    'Feeds: 1 Besuch am Tag, dann 8 s Bedenkzeit',
  ],
  [
    ruleOf({ type: 'sessions', minutes: 20, breakMinutes: 40 }),
    'Feeds: 20 min at a time, then a break of 40 min, wall',
    'Feeds: 20 min am Stück, dann 40 min Pause, mit Freigaben',
  ],
  [
    ruleOf({ type: 'cutoff', evenings: EVERY_DAY(22 * 60 + 30), morning: 360 }, 'lock', {
      targets: [
        { type: 'kind', kind: 'feed' },
        { type: 'kind', kind: 'video' },
      ],
      except: [{ type: 'site', site: 'linkedin.com' }],
    }),
    'Feeds and Video except linkedin.com: closed 10:30 PM – 6:00 AM, lock',
    'Feeds und Video außer linkedin.com: 22:30–6:00 gesperrt, feste Sperre',
  ],
  [
    ruleOf({
      type: 'hours',
      are: 'blocked',
      ranges: [[OFFICE], [OFFICE], [OFFICE], [OFFICE], [OFFICE], null, null],
    }),
    'Feeds: closed Mon–Fri 9:00 AM–5:00 PM, wall',
    'Feeds: Mo–Fr 9:00–17:00 gesperrt, mit Freigaben',
  ],
  [
    ruleOf({ type: 'hours', are: 'allowed', ranges: EVERY_DAY([{ from: 18 * 60, to: 1440 }]) }),
    'Feeds: only 6:00 PM–midnight, then the wall',
    'Feeds: nur 18:00–24:00, dann Sperre',
  ],
  [
    ruleOf({ type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) }, 'pause'),
    'Feeds: a pause of 8 s before every visit',
    'Feeds: vor jedem Besuch 8 s Bedenkzeit',
  ],
  [
    ruleOf(minutes(20), 'pause', { pauseSeconds: 120 }),
    'Feeds: 20 min a day, then a pause of 2 min',
    'Feeds: 20 min am Tag, dann 2 min Bedenkzeit',
  ],
  [
    ruleOf({ type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) }, 'pause', {
      pauseSeconds: 90,
    }),
    'Feeds: a pause of 1 min 30 s before every visit',
    'Feeds: vor jedem Besuch 1 min 30 s Bedenkzeit',
  ],
  [ruleOf(minutes(0), 'lock'), 'Feeds: never, lock', 'Feeds: nie, feste Sperre'],
  [
    ruleOf(minutes(30), 'wall', { targets: [EVERYTHING], except: [LEARNING] }),
    'Everything but Learning: 30 min a day, then the wall',
    'Everything außer Learning: 30 min am Tag, dann Sperre',
  ],
  [
    ruleOf(minutes(30), 'wall', { targets: [EVERYTHING], except: sites(5) }),
    'Everything but a1.com, a2.com, a3.com, a4.com, and a5.com: 30 min a day, then the wall',
    'Everything außer a1.com, a2.com, a3.com, a4.com und a5.com: 30 min am Tag, dann Sperre',
  ],
  [
    ruleOf(minutes(30), 'wall', { targets: [EVERYTHING], except: sites(7) }),
    'Everything but a1.com, a2.com, a3.com, a4.com, and 3 more: 30 min a day, then the wall',
    'Everything außer a1.com, a2.com, a3.com, a4.com und 3 weitere: 30 min am Tag, dann Sperre',
  ],
  [
    ruleOf(minutes(30), 'wall', { after: AFTER, carriesOver: true }),
    'Feeds: 30 min a day plus what was left the day before, only after 20 min of Learning, then the wall',
    'Feeds: 30 min am Tag plus Rest vom Vortag, erst nach 20 min Learning, dann Sperre',
  ],
  [
    ruleOf({ type: 'hours', are: 'blocked', ranges: EVERY_DAY([OFFICE]) }, 'wall', { after: AFTER }),
    'Feeds: closed 9:00 AM–5:00 PM, otherwise only after 20 min of Learning, wall',
    'Feeds: 9:00–17:00 gesperrt, sonst erst nach 20 min Learning, mit Freigaben',
  ],
  [
    ruleOf({ type: 'hours', are: 'blocked', ranges: EVERY_DAY([]) }, 'lock', { after: AFTER }),
    'Feeds: only after 20 min of Learning, lock',
    'Feeds: erst nach 20 min Learning, feste Sperre',
  ],
  [
    ruleOf({ type: 'hours', are: 'allowed', ranges: EVERY_DAY([]) }, 'lock'),
    'Feeds: never, then the lock',
    'Feeds: nie, dann feste Sperre',
  ],
  [
    ruleOf({ type: 'cutoff', evenings: [1350, 1350, 1350, 1350, 1350, 1410, 1410], morning: 360 }),
    'Feeds: closed from Mon–Fri 10:30 PM, Sat–Sun 11:30 PM, until 6:00 AM, wall',
    'Feeds: gesperrt ab Mo–Fr 22:30, Sa–So 23:30, bis 6:00, mit Freigaben',
  ],
])('the rule %o has a sentence in English and German', async (rule, en, de) => {
  expect(await sentence('en-US', rule)).toBe(en)
  expect(await sentence('de-DE', rule)).toBe(de)
})
