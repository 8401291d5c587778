/** What the first bytes of a file say that it is. */
export type ContentKind =
  | 'zip'
  | 'pdf'
  | 'ole'
  | 'rtf'
  | 'mhtml'
  | 'html'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'picture'
  | 'archive'
  | 'program'
  | 'text'

const SIGNATURES: readonly (readonly [ContentKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d, 0x00]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b]],
  ['program', [0x4d, 0x5a, 0x90, 0x00]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
]

/** Bytes of the beginning that are looked at where a format has no fixed signature. */
const HEAD_BYTES = 2_048

/** Types a file by its content; its name is never asked, because it proves nothing. */
export function contentKind(bytes: Uint8Array): ContentKind {
  for (const [kind, signature] of SIGNATURES) if (startsWith(bytes, signature)) return kind
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes.subarray(8, 12)) === 'WEBP') return 'webp'
  const head = ascii(bytes.subarray(0, HEAD_BYTES))
  if (head.slice(0, 1_024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/^(MIME-Version|From|Content-Type):/i.test(head) && /multipart\/related/i.test(head)) return 'mhtml'
  return looksLikeHtml(head.replaceAll('\0', '')) ? 'html' : 'text'
}

function looksLikeHtml(head: string): boolean {
  const start = head.replace(/^[^<]{0,8}/, '').trimStart()
  if (/^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(start)) return true
  return /^<(div|p|table|h[1-6]|article|section|meta|title)\b[^>]*>/i.test(start)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
