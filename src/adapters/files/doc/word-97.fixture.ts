import { compoundFile } from '../ole/compound-file.fixture.ts'

/** A Word 97 document of bare text: no formatting, one piece. `flags` and `version` are those of its file information. */
export function word97(
  text: string,
  { flags = 0, version = 0xc1, identity = 0xa5ec, narrow = false, length = text.length } = {},
): Uint8Array {
  const words = Buffer.from(text, narrow ? 'latin1' : 'utf16le')
  const main = new Uint8Array(1_024 + words.length)
  const view = new DataView(main.buffer)
  view.setUint16(0, identity, true)
  view.setUint16(2, version, true)
  view.setUint16(0x0a, flags, true)
  view.setUint32(0x4c, text.length, true)
  view.setUint32(0x1a2, 0, true)
  view.setUint32(0x1a6, 21, true)
  main.set(words, 1_024)
  const table = new Uint8Array(21)
  const pieces = new DataView(table.buffer)
  pieces.setUint8(0, 2)
  pieces.setUint32(1, 16, true)
  pieces.setUint32(9, length, true)
  pieces.setUint32(15, narrow ? 0x40000000 | (1_024 * 2) : 1_024, true)
  return compoundFile({ WordDocument: main, '0Table': table })
}
