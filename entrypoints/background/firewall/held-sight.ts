/** A look as limits judge it: by the settings that still hold for them, while the record may already follow newer ones. */
import type { LimitSettings } from '../../../domain/firewall/limit-settings'
import type { MeterPolicy } from '../../../domain/firewall/meter'
import type { Observation, Presence } from '../../../domain/record/attention'
import type { AttendedTab } from '../../../platform/look'

/** What the guard gets from a look. */
export interface GuardSight {
  seen: Pick<Observation, 'at' | 'presence'>
  attended: AttendedTab | null
  /** The window with the focus; null while another program has it. */
  frontWindow: number | null
  /** The audible tab in front while another program has focus. */
  beneath: AttendedTab | null
  policy: MeterPolicy
}

/** A browser rounds the time since the last input to seconds. */
const ROUNDING_MS = 1_000

export class HeldSight {
  readonly #presenceNow: (idleSeconds: number) => Promise<Presence>
  /**
   * When the person counts as away for limits, if no input comes; Infinity if that is not known. No event says
   * so, because the browser reports absences by the interval of the record.
   */
  awayAt = Infinity

  constructor(presenceNow: (idleSeconds: number) => Promise<Presence>) {
    this.#presenceNow = presenceNow
  }

  async of(sight: GuardSight, { idleSeconds, secondScreen }: LimitSettings, at: number): Promise<GuardSight> {
    const { beneath, frontWindow, seen, policy } = sight
    const idleIntervalMs = idleSeconds * 1000
    const longerMs = idleIntervalMs - policy.idleIntervalMs
    const presence = longerMs === 0 ? seen.presence : await this.#presenceNow(idleSeconds)
    const mayGoAway = longerMs > 0 && seen.presence === 'idle' && presence === 'active'
    this.awayAt = mayGoAway ? Math.max(at + ROUNDING_MS, Math.min(this.awayAt, at + longerMs)) : Infinity
    return {
      beneath,
      frontWindow,
      attended: beneath ? (secondScreen ? beneath : null) : sight.attended,
      seen: { ...seen, presence },
      policy: { ...policy, idleIntervalMs },
    }
  }
}
