/** Finds a time zone where it is evening, so that the demo always shows a nearly complete day. */
const EVENING_HOUR = 20

/** The zone's name at an instant, epoch ms. `Etc/GMT-2` is two hours ahead of UTC, because POSIX inverts the sign. */
export function zoneOfEvening(now: number): string {
  // 12 hours behind UTC to 11 ahead: of the 36 hours, 24 keep the remainder positive, and 12 are taken off again.
  const ahead = ((EVENING_HOUR - new Date(now).getUTCHours() + 36) % 24) - 12
  if (ahead === 0) return 'Etc/GMT'
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`
}
