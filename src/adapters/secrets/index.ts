export { BOX_KEY_BYTES, secretBox } from './secret-box.ts'
export type { SecretBox } from './secret-box.ts'
import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '#app/kit'

/** Cost parameters of new hashes (about 16 MB, some 30 ms on one core); old hashes carry their own. */
const COST = { N: 16_384, r: 8, p: 1 }
const KEY_BYTES = 32

/** Passwords by scrypt of node:crypto, tokens by its random source. */
export const secrets: Secrets = {
  async hashPassword(password) {
    const salt = randomBytes(16)
    const key = await derive(password, salt, COST)
    return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
  },
  async verifyPassword(hash, password) {
    const [name, n, r, p, salt, key] = hash.split('$')
    if (name !== 'scrypt' || !salt || !key) return false
    const wanted = Buffer.from(key, 'base64url')
    const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) })
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  },
  newToken: () => randomBytes(32).toString('base64url'),
  newCode: () => String(randomInt(100_000_000)).padStart(8, '0'),
}

/** SHA-256 of UTF-8 text, lower-case hex. */
export function sha256Text(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** How many identities this process gave: what orders those of one millisecond, for the clock of a region may stand still. */
let given = 0

/** UUID version 7 of a moment: sorts by creation, within a millisecond too (RFC 9562, 5.7 and 6.2). */
export function newUuid(atMs: number): string {
  const bytes = randomBytes(16)
  given = (given + 1) % 2 ** 32
  bytes.writeUIntBE(atMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | (given >>> 20), 6)
  bytes.writeUInt8(0x80 | ((given >>> 14) & 0x3f), 8)
  bytes.writeUInt16BE(((given & 0x3fff) << 2) | ((bytes[10] ?? 0) & 0x03), 9)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
