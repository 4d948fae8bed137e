/** When this device exchanges with the person's others. */
import { WRITE_EVERY_MS } from '../../../domain/devices/area'
import { isPartOf } from '../../../domain/surface/surface'
import { readDevicesMark, writeDevicesMark } from '../../../storage/said/devices-mark'
import { watchArea } from '../../../storage/said/sync-area'
import type { Guard } from '../firewall/guard'
import { report } from '../report'
import { deviceCommands } from './device-commands'
import { DeviceExchange } from './exchange'
import { exchangeParts } from './exchange-parts'

/** Listens to the area from the start, so that what arrives wakes the worker. */
export function createDevices(guard: Guard, lookAnew: () => Promise<void>) {
  let hasChanged = false
  const exchange = new DeviceExchange(
    exchangeParts(guard, async (excluded) => {
      hasChanged = true
      if (excluded.length === 0) return
      await guard.keeper.forget((visited) => excluded.some((surface) => isPartOf(visited, surface)))
    }),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastAt = -Infinity

  /** Exchanges, also with the texts of a file, and looks anew if that changed something here. */
  async function run(isPressed = false, texts?: ReadonlyMap<string, string>): Promise<void> {
    lastAt = performance.now()
    try {
      await (texts ? exchange.take(texts) : exchange.run(isPressed))
    } finally {
      if (hasChanged) {
        hasChanged = false
        await lookAnew()
      }
    }
  }

  /** Called with every look: exchanges at most once a minute, while the worker is awake anyway. */
  function touch(): void {
    const waitMs = lastAt + WRITE_EVERY_MS - performance.now()
    if (waitMs <= 0) void run().catch(report)
    else timer ??= setTimeout(() => ((timer = undefined), touch()), waitMs)
  }

  /** Sends day totals anew because some were deleted. */
  const resend = async (): Promise<void> => {
    const mark = await readDevicesMark()
    if (!mark?.isOn) return
    exchange.forget()
    await exchange.inTurn(async () =>
      writeDevicesMark({ ...((await readDevicesMark()) ?? mark), totalsAt: 0 }),
    )
    await run()
  }

  watchArea(() => void run().catch(report))
  return { touch, resend, commands: deviceCommands(exchange, (texts) => run(true, texts)) }
}
