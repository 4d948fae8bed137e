import { describe, expect, test } from 'vitest'
import { nameWithAmount } from '../../../domain/firewall/name-with-amount'

describe('a name followed by an amount', () => {
  test.each([
    ['Instagram 20 min', 'Instagram', 'timeDay', 20],
    ['Instagram 20 min a day', 'Instagram', 'timeDay', 20],
    ['Instagram, 20 minutes per day', 'Instagram', 'timeDay', 20],
    ['youtube 1 h a day', 'youtube', 'timeDay', 60],
    ['youtube 1.5 hours', 'youtube', 'timeDay', 90],
    ['youtube 1,5 Std. am Tag', 'youtube', 'timeDay', 90],
    ['YouTube Shorts: 1 h 30 min', 'YouTube Shorts', 'timeDay', 90],
    ['youtube 1h30', 'youtube', 'timeDay', 90],
    ['tiktok 30 min pro Tag', 'tiktok', 'timeDay', 30],
    ['tiktok 30min/Tag', 'tiktok', 'timeDay', 30],
    ['feeds 2 Stunden täglich', 'feeds', 'timeDay', 120],
    ['feeds 5 h a week', 'feeds', 'timeWeek', 300],
    ['Feeds 5 Stunden in der Woche', 'Feeds', 'timeWeek', 300],
    ['reddit 3 visits a day', 'reddit', 'opensDay', 3],
    ['reddit 3 Besuche am Tag', 'reddit', 'opensDay', 3],
    ['reddit.com 20 min', 'reddit.com', 'timeDay', 20],
  ])('is read: %s', (typed, name, choice, amount) => {
    expect(nameWithAmount(typed)).toEqual({ name, choice, amount })
  })

  test.each(['Instagram 20 m', 'Instagram 20 min a', 'Instagram 20 min a d', 'Instagram 20 Minuten am T'])(
    'is read before its last word is typed whole: %s',
    (typed) => {
      expect(nameWithAmount(typed)).toEqual({ name: 'Instagram', choice: 'timeDay', amount: 20 })
    },
  )

  test.each([
    'Instagram',
    'Instagram 20',
    '20 min',
    '20 Minuten',
    'Instagram 0 min',
    'Instagram 20 apples',
    'Instagram 20 min tomorrow',
    'Instagram 25 h a day',
    'channel 4',
    '',
  ])('is not seen in “%s”', (typed) => {
    expect(nameWithAmount(typed)).toBeNull()
  })
})
