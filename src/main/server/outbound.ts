import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outbound } from '#app/supervision'
import { invariant } from '#core/kit'
import { parseChannelAddress, sendOverChannel } from '#adapters/notify'
import { BOX_KEY_BYTES, secretBox } from '#adapters/secrets'

/** File in the data folder that holds the key of this installation; a backup of the database does not hold it. */
const KEY_FILE = 'channel.key'

/** Seals addresses of channels with a key, and sends over them. */
export function outboundWith(key: Uint8Array): Outbound {
  const box = secretBox(key)
  return {
    seal: (address) => box.seal(JSON.stringify(address)),
    open: (sealed) => {
      const text = box.open(sealed)
      return text === null ? null : parseChannelAddress(text)
    },
    send: (message) => sendOverChannel(message),
  }
}

/** The key of this installation: from the environment where several processes share it, else from the data folder, made when first needed. */
export async function installationKey(dataFolder: string, given: string | undefined): Promise<Uint8Array> {
  const text = given ?? (await keyInFolder(join(dataFolder, KEY_FILE)))
  const key = Buffer.from(text.trim(), 'base64')
  invariant(key.length === BOX_KEY_BYTES, `the channel key is ${BOX_KEY_BYTES} bytes in base64`)
  return key
}

async function keyInFolder(path: string): Promise<string> {
  try {
    // The first of several processes makes it; the others read what it made.
    await writeFile(path, `${randomBytes(BOX_KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem
  }
  return readFile(path, 'utf8')
}
