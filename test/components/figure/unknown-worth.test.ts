import type { ComponentChildren } from 'preact'
import { expect, test, vi } from 'vitest'
import { MoneyCells } from '../../../components/today/money-cells'

vi.mock('../../../platform/i18n', async () =>
  (await import('../../fixtures/words')).i18nIn({ locale: 'en-GB' }),
)

/** The text of what a component without hooks draws. */
function textOf(drawn: ComponentChildren): string {
  if (Array.isArray(drawn)) return drawn.map(textOf).join('|')
  if (drawn === null || typeof drawn !== 'object')
    return typeof drawn === 'boolean' ? '' : String(drawn ?? '')
  if (!('type' in drawn)) return ''
  const { type, props } = drawn
  return textOf(
    typeof type === 'function' ? (type as (given: unknown) => ComponentChildren)(props) : props.children,
  )
}

const money = { costMinor: 54_649, returnMinor: 54_649, netMinor: 0 }

test('a surface whose worth is unknown has a cost, and neither return nor net', () => {
  const known = textOf(MoneyCells({ money, currency: 'EUR' }))
  expect(known.match(/546\.49/g)).toHaveLength(2)
  const unknown = textOf(MoneyCells({ money, currency: 'EUR', isUnknown: true }))
  expect(unknown).toBe('546.49|–|worth unknown|–|worth unknown')
})
