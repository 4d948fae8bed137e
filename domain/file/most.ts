/**
 * The most that a file may hold, so that none can slow the worker or a page. Each number is several times what the
 * busiest person's own export has.
 */
import type { ExportStore } from './export-file'

/** A file with more flaws is refused as a whole. */
export const MOST_FLAWS = 1000

/** Rows beyond these are left out. */
export const MOST_ROWS: Readonly<Record<ExportStore, number>> = {
  surfaces: 20_000,
  rates: 1000,
  ratings: 50_000,
  limits: 100,
  usage: 50_000,
  overrides: 20_000,
  statements: 5000,
  totals: 200_000,
  commitments: 5000,
  log: 50_000,
}

/** How rules stood: rows of the log, and rules in them; more are left out. */
export const MOST_RULE_ROWS = 10_000
export const MOST_LOGGED_RULES = 1000

/** Days of devices: fifty years of four devices. */
export const MOST_DAYS = 75_000

/** Spans on one calendar day, of all devices: one every nine seconds, day and night. */
export const MOST_SPANS_A_DAY = 10_000

/** Surfaces and changes of the clock on one day of a device. */
export const MOST_SURFACES_A_DAY = 5000
export const MOST_OFFSETS_A_DAY = 100

/** Targets of a rule, sites of an owner, and times of day on one weekday. */
export const MOST_TARGETS = 500
export const MOST_RANGES = 48

/**
 * Values in the rows of a store, lists and records included: in all of them, and in each. All rules together have no
 * more than one row of another store: the worker goes through them at each look.
 */
export const MOST_PARTS = 2_000_000
export const MOST_PARTS_OF_A_ROW = 30_000
export const MOST_PARTS_OF_RULES = 30_000

/** Characters of a name that a person gives. */
export const MOST_NAME_LENGTH = 200

/** Parts of a file that this version does not know, and are named. */
export const MOST_UNKNOWN = 20
