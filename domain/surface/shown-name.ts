/** A name as it may be shown: it comes from outside, from an address, a file or the person's clipboard. */

/** Characters that nobody sees: controls, and marks that turn the direction of what follows, figures included. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** The name without characters that change how the text around it is shown. */
export const shownName = (name: string): string => name.replace(/[\t\n\r]+/g, ' ').replace(UNSEEN, '')
