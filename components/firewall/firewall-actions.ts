/** What the firewall's page needs and asks for. */
import type { FirewallStatus, Judgement, RulePreview } from '../../domain/firewall/firewall-status'
import type { DayClock } from '../../domain/firewall/hours'
import type { PassesTaken } from '../../domain/firewall/pass'
import type { Rule } from '../../domain/firewall/rule'
import type { RuleDraft } from '../../domain/firewall/rule-draft'
import type { KnownSurface } from '../../domain/surface/surface-directory'
import type { NameOf } from '../rule/rule-sentence'
import type { FindTarget } from './target-input'

export interface FirewallActions {
  preview: (rule: Rule) => Promise<RulePreview>
  put: (rule: Rule, pin: string | null) => Promise<unknown>
  remove: (id: string, pin: string | null) => Promise<unknown>
  takeBack: (id: string) => Promise<unknown>
  keep: (id: string, pin: string | null) => Promise<unknown>
  judge: (address: string) => Promise<Judgement | null>
  setPin: (pin: string, old: string | null) => Promise<unknown>
  removePin: (pin: string | null) => Promise<unknown>
  keepPin: () => Promise<unknown>
  find: FindTarget
}

export interface FirewallProps {
  status: FirewallStatus
  /** Null if they cannot be read. */
  taken: PassesTaken | null
  known: readonly KnownSurface[]
  now: number
  clock: DayClock
  nameOf: NameOf
  isMoneyHidden: boolean
  /** The new rule to begin with, as another page asked for it; null if none did. */
  begin: RuleDraft | null
  actions: FirewallActions
}
