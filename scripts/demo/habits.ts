/** What an invented person does in the browser on an ordinary day. The sample history is built from it. */
export interface Habit {
  surface: string
  /** Local hours at which a visit may begin. */
  hours: readonly number[]
  /** Average length of a visit: when the history begins, and now. */
  minutes: { once: number; now: number }
  /** Share of weekdays on which it happens, 0 to 1. */
  onWeekdays: number
  atWeekends: number
}

type Row = readonly [
  surface: string,
  hours: readonly number[],
  once: number,
  now: number,
  onWeekdays: number,
  atWeekends: number,
]

/** Feeds shrink over the weeks, learning grows. News for programmers are read right after AI tools. */
const ROWS: readonly Row[] = [
  ['instagram.com', [7.2, 18.3], 13, 7, 0.8, 0.9],
  ['tagesschau.de', [7.5, 20], 6, 6, 0.9, 0.9],
  ['duolingo.com', [7.8], 5, 9, 0.8, 0.8],
  ['google.com/mail', [8.5, 13.3, 17.4], 7, 7, 1, 0.3],
  ['github.com', [9, 14, 16.2], 20, 20, 0.95, 0.1],
  ['slack.com', [9.6, 11.5, 16.9], 6, 6, 0.9, 0],
  ['google.com/docs', [10, 15], 13, 15, 0.7, 0.1],
  ['chatgpt.com', [10.7, 15.7], 7, 11, 0.85, 0.4],
  ['stackoverflow.com', [11.2], 12, 8, 0.6, 0.1],
  ['whatsapp.com/web', [11.9, 13.8, 19.1], 3, 3, 0.9, 0.9],
  ['ycombinator.com/news', [11, 16], 5, 5, 0.6, 0.3],
  ['spiegel.de', [12.5, 21.1], 6, 8, 0.7, 0.7],
  ['reddit.com', [12.8, 17.9, 22], 24, 12, 0.9, 0.95],
  ['linkedin.com/feed', [13.5], 8, 8, 0.4, 0],
  ['claude.ai', [14.7], 6, 13, 0.5, 0.2],
  ['google.com/maps', [17.6], 4, 4, 0.2, 0.6],
  ['youtube.com/shorts', [18.5, 21.8], 34, 19, 0.8, 0.9],
  ['youtube.com/watch', [19.3, 21.3], 26, 26, 0.85, 0.9],
  ['instagram.com/reels', [18.9, 22.4], 24, 13, 0.7, 0.8],
  ['coursera.org', [20.1], 16, 34, 0.5, 0.6],
  ['amazon.de', [20.6], 11, 11, 0.3, 0.6],
  ['wikipedia.org', [20.9], 8, 8, 0.5, 0.6],
  ['netflix.com', [21.5], 48, 48, 0.25, 0.6],
  ['lichess.org', [22.8], 9, 14, 0.4, 0.5],
]

export const HABITS: readonly Habit[] = ROWS.map(([surface, hours, once, now, onWeekdays, atWeekends]) => ({
  surface,
  hours,
  minutes: { once, now },
  onWeekdays,
  atWeekends,
}))
