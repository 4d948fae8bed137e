/** Where the worker's errors end that nobody else can show: in its console. */
export const report = (error: unknown): void => {
  console.error('Zeitwert:', error)
}
