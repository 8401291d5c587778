const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff
const TABLE = 0xfffffffd

/** A compound file with these streams in its root; streams are filled up to 4,096 bytes, so that they need no small sectors. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams)
  const contents = names.map((name) => padded(streams[name] ?? new Uint8Array(), 4_096))
  const directory = padded(new Uint8Array((names.length + 1) * 128), SECTOR)
  const chains = [directory, ...contents]
  const used = chains.reduce((sum, part) => sum + part.length / SECTOR, 0)
  const tables = Math.ceil((used + 8) / 128)
  const next = new Uint32Array(tables * 128).fill(FREE).fill(TABLE, 0, tables)
  const starts: number[] = []
  let sector = tables
  for (const part of chains) {
    starts.push(sector)
    const count = part.length / SECTOR
    for (let at = 0; at < count; at += 1) next[sector + at] = at === count - 1 ? END : sector + at + 1
    sector += count
  }
  writeEntry(directory, 0, 'Root Entry', { type: 5, child: names.length > 0 ? 1 : FREE, start: END, size: 0 })
  names.forEach((name, index) =>
    writeEntry(directory, index + 1, name, {
      type: 2,
      ...(index + 2 <= names.length ? { right: index + 2 } : {}),
      start: starts[index + 1] ?? 0,
      size: contents[index]?.length ?? 0,
    }),
  )
  return new Uint8Array(Buffer.concat([header(tables, starts[0] ?? 0), new Uint8Array(next.buffer), ...chains]))
}

function header(tables: number, directory: number): Uint8Array {
  const bytes = new Uint8Array(SECTOR).fill(0xff, 0x4c)
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(0x1a, 3, true)
  view.setUint16(0x1c, 0xfffe, true)
  view.setUint16(0x1e, 9, true)
  view.setUint16(0x20, 6, true)
  view.setUint32(0x2c, tables, true)
  view.setUint32(0x30, directory, true)
  view.setUint32(0x38, 4_096, true)
  view.setUint32(0x3c, END, true)
  view.setUint32(0x44, END, true)
  for (let at = 0; at < tables; at += 1) view.setUint32(0x4c + at * 4, at, true)
  return bytes
}

interface EntryFields {
  readonly type: number
  readonly right?: number
  readonly child?: number
  readonly start: number
  readonly size: number
}

function writeEntry(directory: Uint8Array, index: number, name: string, fields: EntryFields): void {
  const at = index * 128
  const view = new DataView(directory.buffer, directory.byteOffset)
  directory.set(Buffer.from(name, 'utf16le'), at)
  view.setUint16(at + 0x40, (name.length + 1) * 2, true)
  view.setUint8(at + 0x42, fields.type)
  view.setUint8(at + 0x43, 1)
  view.setUint32(at + 0x44, FREE, true)
  view.setUint32(at + 0x48, fields.right ?? FREE, true)
  view.setUint32(at + 0x4c, fields.child ?? FREE, true)
  view.setUint32(at + 0x74, fields.start, true)
  view.setUint32(at + 0x78, fields.size, true)
}

function padded(bytes: Uint8Array, multiple: number): Uint8Array {
  const whole = new Uint8Array(Math.max(1, Math.ceil(bytes.length / multiple)) * multiple)
  whole.set(bytes)
  return whole
}
