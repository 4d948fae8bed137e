import { useState } from 'preact/hooks'

let given = 0

/** An id that no other element of the page has. Smaller than Preact's own, which the popup would carry too. */
export const useOwnId = (): string => useState(() => `field-${(given += 1)}`)[0]
