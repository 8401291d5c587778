import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Bytes of a box's key. */
export const BOX_KEY_BYTES = 32

const [NONCE_BYTES, TAG_BYTES, VERSION] = [12, 16, 'v1']

/** Encrypts short secrets so that they can lie in the database: AES-256-GCM, a new nonce each time; any change of a byte is found. */
export interface SecretBox {
  seal(text: string): string
  /** null where it was sealed with another key, or altered. */
  open(sealed: string): string | null
}

/** A box with a key of 32 bytes. */
export function secretBox(key: Uint8Array): SecretBox {
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${VERSION}.${sealed.toString('base64url')}`
    },
    open(sealed) {
      const [version, content = ''] = sealed.split('.', 2)
      const bytes = Buffer.from(content, 'base64url')
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
        const inner = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
        return Buffer.concat([decipher.update(inner), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
