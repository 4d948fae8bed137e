import type { Live } from './use-live'

/** The value that was read for this key; undefined while the latest value belongs to another one. */
export const answerTo = <Value>(key: string, live: Live<Value>): Value | undefined =>
  live && 'key' in live && live.key === key ? live.value : undefined
