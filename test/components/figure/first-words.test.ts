import { expect, test, vi } from 'vitest'
import { firstWords } from '../../../components/figure/first-words'

vi.mock('../../../platform/i18n', () => ({ t: (key: string) => key }))

test.each([
  [0, false, false, 'recording_nothing'],
  [0, true, false, 'recording_first'],
  [59_999, true, false, 'recording_first'],
  [60_000, true, false, null],
  [1, false, false, null],
  [0, false, true, null],
  [0, true, true, null],
])(
  'the sentence for %d ms in the day, recording %s, another message shown %s, is %s',
  (ms, isRecording, isQuiet, words) => {
    expect(firstWords(ms, isRecording, isQuiet)).toBe(words)
  },
)
