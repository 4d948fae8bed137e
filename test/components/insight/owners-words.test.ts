import { expect, test, vi } from 'vitest'
import { ownersWords } from '../../../components/insight/owners-words'
import { type Concentration, concentrationOf } from '../../../domain/insight/concentration'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { scopeOf } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'

vi.mock('../../../platform/i18n', async () =>
  (await import('../../fixtures/words')).i18nIn({ locale: 'en-GB' }),
)

const at = (surface: string, start: string, minutes: number) =>
  spanOf({ surface, start, ms: minutes * MINUTE_MS })

test('"four weeks ago" is the week that ended four weeks before the end of the period, not the one after it', () => {
  const spans = [
    at('instagram.com', '2026-10-20T10:00Z', 40),
    at('github.com', '2026-10-20T12:00Z', 60),
    at('instagram.com', '2026-10-27T10:00Z', 80),
    at('github.com', '2026-10-27T12:00Z', 20),
    at('instagram.com', '2026-11-17T10:00Z', 60),
    at('github.com', '2026-11-17T12:00Z', 40),
  ]
  const found = concentrationOf(scopeOf(spans)) as Concentration
  expect(ownersWords(found).text).toBe('Meta holds 60% of your attention. Four weeks ago it was 40%.')
})
