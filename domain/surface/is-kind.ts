import { type Kind, KINDS } from './kind'

/** Whether a value is a kind that this version knows. */
export const isKind = (value: unknown): value is Kind => KINDS.includes(value as Kind)
