import { useEffect, useMemo, useState } from 'preact/hooks'
import type { SaidFinding, Telling } from '../../components/insight/findings-said'
import { pageTrouble } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import { unnamedFindings, type Unnaming } from '../../domain/file/unnamed'
import type { History } from '../../domain/record/history'
import type { Scope } from '../../domain/insight/finding'
import type { Findings } from '../../domain/insight/findings'
import type { Settings } from '../../domain/settings/settings'
import type { StatementFacts } from '../../domain/statement/issued-statement'

export interface FindingsShown {
  findings: Findings
  said: readonly SaidFinding[]
  /** One of them for the picture; empty if there is none. */
  shared: string
  /** The findings and sentences for others, see domain/file/unnamed.ts. */
  unnamed: (facts: StatementFacts, unnaming: Unnaming) => Pick<FindingsShown, 'findings' | 'said'>
}

interface Computed {
  scope: Scope
  say: (telling: Telling) => FindingsShown
}

/** Loaded on demand, because no first screen needs it. */
async function compute(scope: Scope, settings: Settings, around: History): Promise<Computed> {
  const [{ findingsOf }, { findingsSaid, sharedFinding }] = await Promise.all([
    import('../../domain/insight/findings'),
    import('../../components/insight/findings-said'),
  ])
  const findings = findingsOf(scope, settings, around)
  const say = (telling: Telling): FindingsShown => ({
    findings,
    said: findingsSaid(findings, telling),
    shared: sharedFinding(findings, telling),
    unnamed: (facts, unnaming) => {
      const others = unnamedFindings(findings, facts, unnaming)
      return { findings: others, said: findingsSaid(others, telling) }
    },
  })
  return { scope, say }
}

type Outcome = { token: string } & ({ computed: Computed } | { failed: TroubleProps })

/**
 * The findings of a period, which `token` names; `around` is the record around cleanings of feeds. They are computed
 * once the page is painted, so that its own figures do not wait; null until then. They are said anew at once when a
 * setting changes, so that hidden money is hidden.
 */
export function useFindings(
  token: string,
  scope: Scope | null,
  around: History | null,
  settings: Settings,
  currency: string | null,
): { found: FindingsShown | null; failed: TroubleProps | null } {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (!scope || !around) return
    let isWanted = true
    const tell = (next: Outcome) => {
      if (isWanted) setOutcome(next)
    }
    compute(scope, settings, around).then(
      (computed) => tell({ token, computed }),
      (error: unknown) => tell({ token, failed: pageTrouble(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [token, scope, around, settings])
  const current = outcome?.token === token ? outcome : null
  const computed = current && 'computed' in current ? current.computed : null
  const found = useMemo(
    () => computed && computed.say({ scope: computed.scope, settings, currency }),
    [computed, settings, currency],
  )
  return { found, failed: current && 'failed' in current ? current.failed : null }
}
