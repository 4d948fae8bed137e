import { useMemo } from 'preact/hooks'
import type { Target } from '../../domain/firewall/rule'
import type { Scope } from '../../domain/insight/finding'
import { type Integrity, integrityOf } from '../../domain/insight/integrity'
import { t } from '../../platform/i18n'
import { targetName } from '../rule/target-name'
import { InsightCard } from './card'
import { IntegrityTable } from './integrity-table'
import { integrityBasis, integrityWords, workedIntegrity } from './integrity-words'
import './integrity.css'

const Why = ({ found }: { found: Integrity }) => (
  <>
    <p>{t('insight_integrity_formula')}</p>
    <p>{workedIntegrity(found)}</p>
    <p>{t('insight_integrity_then')}</p>
    {found.isByFirst && <p>{t('insight_integrity_first')}</p>}
    <p>{t('insight_integrity_limits')}</p>
  </>
)

/** How promises were kept, and what was taken back of them; nothing if there was nothing to keep. */
export function IntegrityCard({ scope, isMoneyHidden }: { scope: Scope; isMoneyHidden: boolean }) {
  const found = useMemo(() => integrityOf(scope), [scope])
  if (!found) return null
  const nameOf = (target: Target): string => targetName(target, scope.valuing.profileOf)
  return (
    <InsightCard
      id="integrity"
      title={t('insight_integrity')}
      finding={integrityWords(found, isMoneyHidden)}
      basis={integrityBasis(found)}
      why={<Why found={found} />}
    >
      <IntegrityTable found={found} nameOf={nameOf} isMoneyHidden={isMoneyHidden} />
    </InsightCard>
  )
}
