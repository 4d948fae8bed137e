/** Sites and the kinds that the catalogue has for them. */
export const SITES: Record<string, { kind: string }> = {
  'instagram.com': { kind: 'feed' },
  'youtube.com/shorts': { kind: 'feed' },
  'netflix.com': { kind: 'video' },
  'github.com': { kind: 'work' },
  'coursera.org': { kind: 'learning' },
  'example.org': { kind: 'other' },
}

/** The date that many days later. */
export const daysFrom = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
