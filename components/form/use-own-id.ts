import { useState } from 'preact/hooks'

let given = 0

/** An id that is unique on the page. Preact's `useId` would add more code to the popup. */
export const useOwnId = (): string => useState(() => `field-${(given += 1)}`)[0]
