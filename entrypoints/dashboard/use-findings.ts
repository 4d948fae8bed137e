import { useEffect, useState } from 'preact/hooks'
import { reasonOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import type { SaidFinding, Telling } from '../../components/insight/findings-said'
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

async function compute(telling: Telling & { settings: Settings }): Promise<FindingsShown> {
  const [{ findingsOf }, { findingsSaid, sharedFinding }] = await Promise.all([
    import('../../domain/insight/findings'),
    import('../../components/insight/findings-said'),
  ])
  const findings = findingsOf(telling.scope, telling.settings)
  return { findings, said: findingsSaid(findings, telling), shared: sharedFinding(findings, telling) }
}

type Outcome = { token: string } & ({ found: FindingsShown } | { failed: TroubleProps })

/**
 * The findings of a period, which `token` names. They are loaded and computed once the page is painted, so that its own
 * figures do not wait; null until then.
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
    compute({ scope, settings, currency }).then(
      (found) => tell({ token, found }),
      (error: unknown) => tell({ token, failed: { sentence: t('trouble_page'), detail: reasonOf(error) } }),
    )
    return () => {
      isWanted = false
    }
  }, [token, scope, settings, currency])
  const current = outcome?.token === token ? outcome : null
  return {
    found: current && 'found' in current ? current.found : null,
    failed: current && 'failed' in current ? current.failed : null,
  }
}
