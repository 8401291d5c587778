import { crc32, deflateRawSync } from 'node:zlib'
import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { MAX_ARCHIVE_ENTRIES } from '../file-limits.ts'
import { readDirectory } from './zip-directory.ts'
import type { ZipEntry } from './zip-directory.ts'

// PKWARE APPNOTE 4.3: offsets of fields in the local record, the central record and the end record.
const LOCAL = { bytes: 30, flags: 6, method: 8, crc32: 14 } as const
const CENTRAL = { flags: 8, method: 10, crc32: 16, headerOffset: 42 } as const
const END_BYTES = 22
/** Sizes and checksum stand behind the data instead of before it; here they are known. */
const DESCRIPTOR_FLAG = 0x08
const UTF8_FLAG = 0x0800
const DEFLATED = 8
const VERSION = 20
/** 1980-01-01, the first day that a zip can name: the same input gives the same bytes. */
const FIRST_DAY = 0x21

interface Packed {
  readonly local: Uint8Array
  readonly data: Uint8Array
  readonly central: Uint8Array
}

/**
 * The container again with some parts replaced or added. All other parts keep their packed bytes, order, names and times,
 * so that nothing but the parts named here can differ.
 */
export function repack(bytes: Uint8Array, changed: ReadonlyMap<string, Uint8Array>): Result<Uint8Array> {
  const directory = readDirectory(bytes, MAX_ARCHIVE_ENTRIES)
  if (!directory.ok) return directory
  const left = new Map([...changed].map(([name, content]) => [name.toLowerCase(), { name, content }]))
  const packed = directory.value.map((entry) => {
    const change = left.get(entry.name.toLowerCase())
    left.delete(entry.name.toLowerCase())
    return change ? replaced(bytes, entry, change.content) : kept(bytes, entry)
  })
  for (const { name, content } of left.values()) packed.push(added(name, content))
  return packed.length > MAX_ARCHIVE_ENTRIES ? refuse('reader.zipBomb') : accept(assemble(packed))
}

function kept(bytes: Uint8Array, entry: ZipEntry): Packed {
  const data = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedBytes)
  return stamped(bytes, entry, data, entry)
}

function replaced(bytes: Uint8Array, entry: ZipEntry, content: Uint8Array): Packed {
  const data = deflateRawSync(content)
  const sizes = { crc32: crc32(content), packedBytes: data.length, inflatedBytes: content.length, method: DEFLATED }
  return stamped(bytes, entry, data, sizes)
}

type Sizes = Pick<ZipEntry, 'crc32' | 'packedBytes' | 'inflatedBytes' | 'method'>

/** Copies of an entry's records with these sizes in them. */
function stamped(bytes: Uint8Array, entry: ZipEntry, data: Uint8Array, sizes: Sizes): Packed {
  const local = bytes.slice(entry.headerOffset, entry.dataOffset)
  const central = bytes.slice(entry.centralOffset, entry.centralOffset + entry.centralBytes)
  stamp(local, LOCAL, sizes)
  stamp(central, CENTRAL, sizes)
  return { local, data, central }
}

function stamp(record: Uint8Array, at: { flags: number; method: number; crc32: number }, sizes: Sizes): void {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  view.setUint16(at.flags, view.getUint16(at.flags, true) & ~DESCRIPTOR_FLAG, true)
  view.setUint16(at.method, sizes.method, true)
  view.setUint32(at.crc32, sizes.crc32, true)
  view.setUint32(at.crc32 + 4, sizes.packedBytes, true)
  view.setUint32(at.crc32 + 8, sizes.inflatedBytes, true)
}

function added(name: string, content: Uint8Array): Packed {
  const nameBytes = new TextEncoder().encode(name)
  const data = deflateRawSync(content)
  const sizes = { crc32: crc32(content), packedBytes: data.length, inflatedBytes: content.length, method: DEFLATED }
  const local = new Uint8Array(LOCAL.bytes + nameBytes.length)
  const localView = new DataView(local.buffer)
  localView.setUint32(0, 0x04034b50, true)
  localView.setUint16(4, VERSION, true)
  localView.setUint16(LOCAL.flags, UTF8_FLAG, true)
  localView.setUint16(12, FIRST_DAY, true)
  localView.setUint16(26, nameBytes.length, true)
  local.set(nameBytes, LOCAL.bytes)
  const central = new Uint8Array(46 + nameBytes.length)
  const centralView = new DataView(central.buffer)
  centralView.setUint32(0, 0x02014b50, true)
  centralView.setUint16(4, VERSION, true)
  centralView.setUint16(6, VERSION, true)
  centralView.setUint16(CENTRAL.flags, UTF8_FLAG, true)
  centralView.setUint16(14, FIRST_DAY, true)
  centralView.setUint16(28, nameBytes.length, true)
  central.set(nameBytes, 46)
  stamp(local, LOCAL, sizes)
  stamp(central, CENTRAL, sizes)
  return { local, data, central }
}

function assemble(packed: readonly Packed[]): Uint8Array {
  const parts: Uint8Array[] = []
  let offset = 0
  for (const { local, data, central } of packed) {
    new DataView(central.buffer, central.byteOffset).setUint32(CENTRAL.headerOffset, offset, true)
    parts.push(local, data)
    offset += local.length + data.length
  }
  const directoryBytes = packed.reduce((sum, { central }) => sum + central.length, 0)
  const end = new Uint8Array(END_BYTES)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, packed.length, true)
  view.setUint16(10, packed.length, true)
  view.setUint32(12, directoryBytes, true)
  view.setUint32(16, offset, true)
  return new Uint8Array(Buffer.concat([...parts, ...packed.map(({ central }) => central), end]))
}
