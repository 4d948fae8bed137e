import type { CommitmentTerms } from '../../domain/statement/commitment'

/** What a page can do about promises; each rejects with the reason if it fails. */
export interface PromiseActions {
  /** Makes promises, or changes those whose week has not begun. */
  onPromise: (terms: readonly CommitmentTerms[], isLimit: boolean) => Promise<unknown>
  onTakeBack: (id: string) => Promise<unknown>
  onSettle: (id: string) => Promise<unknown>
}
