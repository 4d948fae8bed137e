import type { Live } from './use-live'

/** What was answered to this question, not to the one before it. */
export const answerTo = <Value>(key: string, live: Live<Value>): Value | undefined =>
  live && 'key' in live && live.key === key ? live.value : undefined
