import { useEffect, useMemo, useState } from 'preact/hooks'
import type { SaidFinding, Telling } from '../../components/insight/findings-said'
import { reasonOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import type { Scope } from '../../domain/insight/finding'
import type { Findings } from '../../domain/insight/findings'
import type { Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'

export interface FindingsShown {
  findings: Findings
  said: readonly SaidFinding[]
  /** One of them for the picture; empty if there is none. */
  shared: string
}

interface Computed {
  scope: Scope
  say: (telling: Telling) => FindingsShown
}

/** Loaded on demand, because no first screen needs it. */
async function compute(scope: Scope, settings: Settings): Promise<Computed> {
  const [{ findingsOf }, { findingsSaid, sharedFinding }] = await Promise.all([
    import('../../domain/insight/findings'),
    import('../../components/insight/findings-said'),
  ])
  const findings = findingsOf(scope, settings)
  const say = (telling: Telling): FindingsShown => ({
    findings,
    said: findingsSaid(findings, telling),
    shared: sharedFinding(findings, telling),
  })
  return { scope, say }
}

type Outcome = { token: string } & ({ computed: Computed } | { failed: TroubleProps })

/**
 * The findings of a period, which `token` names. They are computed once the page is painted, so that its own figures do
 * not wait; null until then. They are said anew at once when a setting changes, so that hidden money is hidden.
 */
export function useFindings(
  token: string,
  scope: Scope | null,
  settings: Settings,
  currency: string | null,
): { found: FindingsShown | null; failed: TroubleProps | null } {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (!scope) return
    let isWanted = true
    const tell = (next: Outcome) => {
      if (isWanted) setOutcome(next)
    }
    compute(scope, settings).then(
      (computed) => tell({ token, computed }),
      (error: unknown) => tell({ token, failed: { sentence: t('trouble_page'), detail: reasonOf(error) } }),
    )
    return () => {
      isWanted = false
    }
  }, [token, scope, settings])
  const current = outcome?.token === token ? outcome : null
  const computed = current && 'computed' in current ? current.computed : null
  const found = useMemo(
    () => computed && computed.say({ scope: computed.scope, settings, currency }),
    [computed, settings, currency],
  )
  return { found, failed: current && 'failed' in current ? current.failed : null }
}
