/** A surface's id is its site, or the site, a slash and the part: `youtube.com/shorts`. */
export const siteOf = (surface: string): string => surface.split('/', 1)[0] as string

/** Whether a surface is another one, or a part of it. */
export const isPartOf = (surface: string, whole: string): boolean =>
  [surface, siteOf(surface)].includes(whole)

/** The part of the site that a surface names; empty for the site as a whole. */
export const partOf = (surface: string): string => surface.slice(siteOf(surface).length + 1)
