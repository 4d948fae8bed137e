/** A time zone in which it is evening: a whole day is behind whoever looks at the demonstration. */
const EVENING_HOUR = 20

/** The zone's name, for an instant in epoch ms. `Etc/GMT-2` is two hours ahead of UTC: POSIX counts the other way. */
export function zoneOfEvening(now: number): string {
  const ahead = ((EVENING_HOUR - new Date(now).getUTCHours() + 36) % 24) - 12
  if (ahead === 0) return 'Etc/GMT'
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`
}
