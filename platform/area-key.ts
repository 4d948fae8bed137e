/** The key of a passphrase, and the head of the area that lets other devices find the same one. */
import { type AreaHead, CHECK_TEXT, HEAD_KEY } from '../domain/devices/area-head'
import { isPassphraseLong } from '../domain/devices/passphrase'
import { ownError } from '../domain/own-error'
import { base64Of, bytesOfBase64, deriveKey, newSalt, sealItem, unsealItem } from './sealing'

export interface AreaKey {
  key: CryptoKey
  head: AreaHead
}

/** The key of a new passphrase. Rejects with `error_passphrase_short`. */
export async function newAreaKey(passphrase: string): Promise<AreaKey> {
  if (!isPassphraseLong(passphrase)) throw ownError('error_passphrase_short')
  const salt = newSalt()
  const key = await deriveKey(passphrase, salt)
  const check = await sealItem(key, HEAD_KEY, CHECK_TEXT)
  return { key, head: { version: 1, salt: base64Of(salt), check } }
}

/** The key of the passphrase of an area. Rejects with `error_passphrase_wrong`. */
export async function areaKey(passphrase: string, head: AreaHead): Promise<AreaKey> {
  const key = await deriveKey(passphrase, bytesOfBase64(head.salt))
  const isRight = await unsealItem(key, HEAD_KEY, head.check).then(
    (text) => text === CHECK_TEXT,
    () => false,
  )
  if (!isRight) throw ownError('error_passphrase_wrong')
  return { key, head }
}
