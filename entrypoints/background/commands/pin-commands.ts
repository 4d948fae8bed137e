import { ownError } from '../../../domain/own-error'
import type { Handlers } from '../../../platform/messages'
import { FORGOTTEN_WAIT_MS, putPin, setPinRemoval, tryPin } from '../../../storage/firewall/pin'

/** Throws if a PIN is set and this is not it, or if too many were wrong. */
export async function checkPin(pin: string | null): Promise<void> {
  const now = Date.now()
  const { answer, nextAt } = await tryPin(pin, now)
  if (answer === 'wait') throw ownError('error_pin_wait', nextAt)
  if (answer === 'wrong')
    throw nextAt > now ? ownError('error_pin_wrong_wait', nextAt) : ownError('error_pin_wrong')
}

export const pinCommands: Pick<Handlers, 'setPin' | 'removePin' | 'keepPin'> = {
  setPin: async ({ pin, old }) => {
    await checkPin(old)
    await putPin(pin)
    return null
  },
  removePin: async ({ pin }) => {
    if (pin === null) return { removedAt: await setPinRemoval(Date.now() + FORGOTTEN_WAIT_MS) }
    await checkPin(pin)
    await putPin(null)
    return { removedAt: null }
  },
  keepPin: async () => {
    await setPinRemoval(null)
    return null
  },
}
