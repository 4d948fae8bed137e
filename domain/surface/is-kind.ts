import { type Kind, KINDS } from './kind'

/** In a file of its own so that the popup, which needs the list of kinds, does not load it. */
export const isKind = (value: unknown): value is Kind => KINDS.includes(value as Kind)
