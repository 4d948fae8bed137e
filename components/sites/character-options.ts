/** Options for a surface's kind and worth. An empty value means that the person has set nothing. */
import { isKind } from '../../domain/surface/is-kind'
import { KINDS } from '../../domain/surface/kind'
import type { OpinionChange } from '../../domain/surface/opinion'
import { catalogKind } from '../../domain/surface/surface-rules'
import { assumesNothing, type SurfaceProfile } from '../../domain/surface/surface-book'
import { ASSUMED_WORTH, WORTHS } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import type { Option } from '../form/select-setting'
import { worthPercent } from '../figure/worth-percent'

/** All kinds. The kind in the catalogue has the empty value, because it holds while nothing is set. */
export const kindOptions = ({ surface }: SurfaceProfile): Option[] =>
  KINDS.map((kind) => ({ value: kind === catalogKind(surface) ? '' : kind, label: t(`kind_${kind}`) }))

export const chosenKind = ({ surface, kind }: SurfaceProfile): string =>
  kind === catalogKind(surface) ? '' : kind

/** The worths that a person can give. */
export const statedWorths = (): Option[] =>
  WORTHS.map(({ worthQuarters, name }) => ({
    value: String(worthQuarters),
    label: `${t(`worth_${name}`)} (${worthPercent(worthQuarters)})`,
  }))

/** All worths with their percentages. The first option is the worth that holds while nothing is set. */
export const worthOptions = (profile: SurfaceProfile): Option[] => {
  const { kind, worth } = profile
  if (assumesNothing(profile) && worth.source !== 'rated')
    return [{ value: '', label: t('unknown') }, ...statedWorths()]
  const [source, quarters] =
    worth.source === 'rated'
      ? (['rated', worth.worthQuarters] as const)
      : (['assumed', ASSUMED_WORTH[kind]] as const)
  return [{ value: '', label: `${t(source)} (${worthPercent(quarters)})` }, ...statedWorths()]
}

export const chosenWorth = ({ worth }: SurfaceProfile): string =>
  worth.source === 'own' ? String(worth.worthQuarters) : ''

/** What a chosen option says; the empty one takes back what was said. */
export const saidKind = (chosen: string): OpinionChange => ({ kind: isKind(chosen) ? chosen : null })

export const saidWorth = (chosen: string): OpinionChange => ({
  worthQuarters: chosen === '' ? null : Number(chosen),
})
