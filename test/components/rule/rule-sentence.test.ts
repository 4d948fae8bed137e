import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { type Bound, EVERY_DAY, type Rule, type Strictness, type Target } from '../../../domain/firewall/rule'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', () => ({
  locale: () => language.locale,
  t: (key: string, ...values: (string | number)[]) => {
    const path = `${import.meta.dirname}/../../../public/_locales/${language.locale.slice(0, 2)}/messages.json`
    const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>
    return (messages[key]?.message ?? key).replace(/\$(\d)/g, (_, place: string) =>
      String(values[Number(place) - 1]),
    )
  },
}))

const NAMES: Record<string, string> = { feed: 'Feeds', video: 'Video', games: 'Games' }
const nameOf = (target: Target): string =>
  target.type === 'kind' ? (NAMES[target.kind] ?? '') : target.type === 'site' ? target.site : target.type

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

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

async function sentence(locale: string, rule: Rule): Promise<string> {
  vi.resetModules()
  language.locale = locale
  const { ruleSentence } = await import('../../../components/rule/rule-sentence')
  return plain(ruleSentence(rule, nameOf))
}

const minutes = (of: number): Bound => ({ type: 'time', allowance: { per: 'day', of: EVERY_DAY(of) } })
const OFFICE = { from: 9 * 60, to: 17 * 60 }

test.each<[Rule, en: string, de: string]>([
  [ruleOf(minutes(40)), 'Feeds: 40 min a day, then the wall', 'Feeds: 40 min am Tag, dann die Mauer'],
  [
    ruleOf(minutes(90), 'notice'),
    'Feeds: 1 h 30 min a day, then a notice',
    'Feeds: 1 h 30 min am Tag, dann ein Hinweis',
  ],
  [
    ruleOf({ type: 'time', allowance: { per: 'week', of: 300 } }, 'lock'),
    'Feeds: 5 h a week, then the lock',
    'Feeds: 5 h in der Woche, dann das Schloss',
  ],
  [
    ruleOf({ type: 'time', allowance: { per: 'day', of: [30, 30, 30, 30, 30, 60, 60] } }),
    'Feeds: Mon–Fri 30 min, Sat–Sun 1 h a day, then the wall',
    'Feeds: Mo–Fr 30 min, Sa–So 1 h am Tag, dann die Mauer',
  ],
  [
    ruleOf({ type: 'time', allowance: { per: 'day', of: [30, null, null, null, null, null, 60] } }),
    'Feeds: Mon 30 min, Sun 1 h a day, then the wall',
    'Feeds: Mo 30 min, So 1 h am Tag, dann die Mauer',
  ],
  [
    ruleOf({ type: 'money', currency: 'EUR', allowance: { per: 'day', of: EVERY_DAY(1000) } }),
    'Feeds: €10.00 a day, then the wall',
    'Feeds: 10,00 € am Tag, dann die Mauer',
  ],
  [
    ruleOf({ type: 'opens', allowance: { per: 'day', of: EVERY_DAY(1) } }, 'pause'),
    'Feeds: 1 open a day, then a pause of 8 s',
    'Feeds: 1 Besuch am Tag, dann 8 s Innehalten',
  ],
  [
    ruleOf({ type: 'sessions', minutes: 20, breakMinutes: 40 }),
    'Feeds: 20 min at a time, then a break of 40 min, with the wall',
    'Feeds: 20 min am Stück, dann 40 min Pause, mit Mauer',
  ],
  [
    ruleOf({ type: 'cutoff', evenings: EVERY_DAY(22 * 60 + 30), morning: 360 }, 'lock', {
      targets: [
        { type: 'kind', kind: 'feed' },
        { type: 'kind', kind: 'video' },
      ],
      except: [{ type: 'site', site: 'linkedin.com' }],
    }),
    'Feeds and Video except linkedin.com: end at 10:30 PM, until 6:00 AM, with the lock',
    'Feeds und Video außer linkedin.com: Schluss um 22:30, bis 6:00, mit Schloss',
  ],
  [
    ruleOf({
      type: 'hours',
      are: 'blocked',
      ranges: [[OFFICE], [OFFICE], [OFFICE], [OFFICE], [OFFICE], null, null],
    }),
    'Feeds: closed Mon–Fri 9:00 AM–5:00 PM, with the wall',
    'Feeds: geschlossen Mo–Fr 9:00–17:00, mit Mauer',
  ],
  [
    ruleOf({ type: 'hours', are: 'allowed', ranges: EVERY_DAY([{ from: 18 * 60, to: 1440 }]) }),
    'Feeds: only 6:00 PM–midnight, then the wall',
    'Feeds: nur 18:00–24:00, dann die Mauer',
  ],
  [
    ruleOf({ type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) }, 'pause'),
    'Feeds: a pause of 8 s before every visit',
    'Feeds: vor jedem Besuch 8 s Innehalten',
  ],
  [ruleOf(minutes(0), 'lock'), 'Feeds: never, with the lock', 'Feeds: nie, mit Schloss'],
  [
    ruleOf({ type: 'hours', are: 'allowed', ranges: EVERY_DAY([]) }, 'lock'),
    'Feeds: never, then the lock',
    'Feeds: nie, dann das Schloss',
  ],
  [
    ruleOf({ type: 'cutoff', evenings: [1350, 1350, 1350, 1350, 1350, 1410, 1410], morning: 360 }),
    'Feeds: closed from Mon–Fri 10:30 PM, Sat–Sun 11:30 PM, until 6:00 AM, with the wall',
    'Feeds: Schluss Mo–Fr 22:30, Sa–So 23:30, bis 6:00, mit Mauer',
  ],
])('the rule %o has a sentence in English and German', async (rule, en, de) => {
  expect(await sentence('en-US', rule)).toBe(en)
  expect(await sentence('de-DE', rule)).toBe(de)
})
