/** Events of ActivityWatch as they are read, before it shows what they mean. */

/** What a bucket is about. */
export type AwType = 'web' | 'window' | 'away'

/** An event: `what` is the address of a page, the name of a program, or whether somebody was there. */
export interface AwEvent {
  from: number
  until: number
  what: string
  /** The title of a window. */
  title: string
  isAudible: boolean
  /** Whether the window was private; its address is not read. */
  isPrivate: boolean
}

export interface AwBucket {
  id: string
  type: AwType
  /** The computer; empty if it is not known. */
  host: string
  /** The earliest first. */
  events: AwEvent[]
}
