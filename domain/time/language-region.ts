/** The region of a language tag. Browsers also report what is no tag (BCP 47), such as `C` or `de_DE.UTF-8`. */

/** The locale that a tag names; null if it names none. The encoding of a POSIX locale is left out. */
function localeOfTag(tag: string): Intl.Locale | null {
  const [name = ''] = tag.trim().split(/[.@]/)
  try {
    return new Intl.Locale(name.replaceAll('_', '-'))
  } catch {
    return null
  }
}

/** The region that a tag itself names, ISO 3166 or UN M.49: `AT` for `de-AT`, none for `de`. Never throws. */
export const namedRegion = (tag: string): string | undefined => localeOfTag(tag)?.region

/** The region that a tag names, or where its language is most spoken; undefined if it is no language. Never throws. */
export const likelyRegion = (tag: string): string | undefined => localeOfTag(tag)?.maximize().region
