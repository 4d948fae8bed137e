/** The names of the worker's alarms. */
export const ALARM = { look: 'look', guard: 'guard', pauseEnds: 'pause-ends', backup: 'backup' } as const
