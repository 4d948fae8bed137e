import { type ElsewhereUse, onceEach } from '../../../domain/firewall/elsewhere'
import { KNOWN_TO_FAIL_MS } from '../../../storage/base/in-time'

export interface ElsewhereParts {
  /** What rules have used on other devices. */
  elsewhere: (limitMs?: number) => Promise<readonly ElsewhereUse[]>
  report: (error: unknown) => void
}

/** Use on other devices: read once, and kept in memory until an exchange has written more. */
export class KnownElsewhere {
  readonly #parts: ElsewhereParts
  #known: readonly ElsewhereUse[] = []
  #isRead = false
  #isFailing = false

  constructor(parts: ElsewhereParts) {
    this.#parts = parts
  }

  /** As far as it is known. */
  get latest(): readonly ElsewhereUse[] {
    return this.#known
  }

  /** Reads again with the next look. */
  changed(): void {
    this.#isRead = false
  }

  /** Never rejects: what cannot be read is reported once, and tried again while limits go on with what is known. */
  async read(): Promise<void> {
    if (this.#isRead) return
    try {
      this.#known = onceEach(await this.#parts.elsewhere(this.#isFailing ? KNOWN_TO_FAIL_MS : undefined))
      this.#isRead = true
      this.#isFailing = false
    } catch (error) {
      if (!this.#isFailing) this.#parts.report(error)
      this.#isFailing = true
    }
  }
}
