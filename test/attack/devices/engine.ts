/** A sync engine as browsers have one: late, out of order, doubled, with losses that a later round makes good. */
import { AREA, areaBytes, itemBytes } from '../../../domain/devices/area'

type Value = string | undefined

interface Message {
  key: string
  value: Value
}

const apply = (area: Record<string, string>, { key, value }: Message): void => {
  if (value === undefined) delete area[key]
  else area[key] = value
}

/** The area as one browser profile has it. */
export class Replica {
  area: Record<string, string> = {}
  /** What it has not told the engine yet. */
  pending: Message[] = []
  inbox: Message[] = []
  /** The next write is refused. */
  refusesNext = false
  /** The same, and the browser says so. */
  refusesWith: string | null = null
  /** Called when a write is over, before its device knows. */
  written: () => void = () => undefined
  /** Writes that would have been over the quota. */
  overQuota = 0
  writes = 0

  write(items: Readonly<Record<string, string>>, gone: readonly string[]): void {
    this.writes += 1
    if (this.refusesNext) {
      this.refusesNext = false
      throw new Error('QUOTA_BYTES quota exceeded')
    }
    if (this.refusesWith !== null) {
      const why = this.refusesWith
      this.refusesWith = null
      throw new Error(why)
    }
    const after = { ...this.area, ...items }
    const isOver =
      areaBytes(after) > AREA.bytes ||
      Object.keys(after).length > AREA.items ||
      Object.entries(items).some(([key, value]) => itemBytes(key, value) > AREA.bytesOfItem)
    if (isOver) {
      this.overQuota += 1
      throw new Error('QUOTA_BYTES quota exceeded')
    }
    const messages = [
      ...Object.entries(items).map(([key, value]) => ({ key, value })),
      ...gone.map((key) => ({ key, value: undefined })),
    ]
    for (const message of messages) apply(this.area, message)
    this.pending.push(...messages)
    this.written()
  }
}

export class Engine {
  cloud: Record<string, string> = {}
  replicas: Replica[] = []

  /** A profile's changes reach the engine, which passes them on to the inboxes of the others, some of them twice. */
  push(from: Replica, isDoubled: boolean): void {
    for (const message of from.pending.splice(0)) {
      apply(this.cloud, message)
      for (const other of this.replicas)
        if (other !== from) other.inbox.push(message, ...(isDoubled ? [message] : []))
    }
  }

  /** A part of an inbox arrives: `seed` chooses which, in what order, and what is lost. */
  deliver(to: Replica, seed: number): void {
    const inbox = to.inbox.splice(0)
    const order = inbox.map((message, index) => ({ message, rank: (index * 7919 + seed * 104_729) % 101 }))
    for (const { message, rank } of order.toSorted((a, b) => a.rank - b.rank)) {
      if (rank % 7 === 0) continue
      if (rank % 5 === 0) to.inbox.push(message)
      // A profile's own later write is not undone by an older one.
      else if (!to.pending.some(({ key }) => key === message.key)) apply(to.area, message)
    }
  }

  /** The engine makes everything good: all profiles have the same area. */
  settle(): void {
    for (const replica of this.replicas) this.push(replica, false)
    for (const replica of this.replicas) {
      replica.inbox = []
      replica.area = { ...this.cloud }
    }
  }
}
