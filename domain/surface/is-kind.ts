import { type Kind, KINDS } from './kind'

/** Apart from the list, which the popup carries too. */
export const isKind = (value: unknown): value is Kind => KINDS.includes(value as Kind)
