/** The store `devices`: what the person's other devices said of their use of rules. Whoever exchanges with them writes it. */
import { type ElsewhereUse, type HeardDevice, useOfRules } from '../../domain/firewall/elsewhere'
import { db, type Tables } from '../base/db'
import { inTime } from '../base/in-time'
import { refuseLate } from '../base/refuse-late'

const asUse = ({ id, name, at, use: { rows, sessions } }: HeardDevice): ElsewhereUse => ({
  device: id,
  name,
  at,
  rows,
  sessions,
})

/** All other devices that were heard of. */
export const heardDevices = (tx: Tables = db): Promise<HeardDevice[]> => tx.devices.toArray()

/** What rules have used on all other devices that were heard of. */
export const readElsewhere = (limitMs?: number): Promise<ElsewhereUse[]> =>
  inTime(async () => (await db.devices.toArray()).map(asUse), limitMs)

/** Writes what devices said, each in place of what it said before. */
export const putElsewhere = (rows: readonly HeardDevice[]): Promise<void> =>
  inTime((isLate) =>
    db.transaction('rw', [db.devices], async (tx) => {
      await tx.devices.bulkPut(rows)
      refuseLate(isLate)
    }),
  )

/** Forgets devices: what they used does not count any more. */
export const dropElsewhere = (ids: readonly string[]): Promise<void> =>
  inTime((isLate) =>
    db.transaction('rw', [db.devices], async (tx) => {
      await tx.devices.bulkDelete(ids)
      refuseLate(isLate)
    }),
  )

/** Erases what devices said of all rules but those that stay, and devices of which nothing is left then. */
export async function eraseElsewhere(left: readonly string[], tx: Tables): Promise<void> {
  const ids = new Set(left)
  const rows = (await tx.devices.toArray()).map((one) => ({ ...one, use: useOfRules(one.use, ids) }))
  await tx.devices.clear()
  await tx.devices.bulkPut(
    rows.filter(({ use }) => use.rows.length > 0 || Object.keys(use.sessions).length > 0),
  )
}
