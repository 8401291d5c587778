import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'

/** A compound file ([MS-CFB]): the container of Word 97–2003, of Excel 97–2003 and of what is protected by a password. */
export interface CompoundFile {
  /** Streams of the root; those of embedded objects are not among them. */
  readonly names: readonly string[]
  /** The bytes of a stream of the root; null where there is none of this name. */
  stream(name: string): Uint8Array | null
}

const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const MINI_SECTOR_BYTES = 64
/** Sector numbers from here on are marks: end of chain, free, allocation table. */
const FIRST_MARK = 0xfffffffa
const FATS_IN_HEADER = 109
const STREAM = 2
const NO_ENTRY = 0xffffffff

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/**
 * Opens a compound file. Nothing it says is believed: a chain of sectors ends where it leaves the file and is never longer than the
 * file, so that a chain in a circle costs as much as the file has sectors, and no stream has more bytes than the file.
 */
export function openCompoundFile(bytes: Uint8Array): Result<CompoundFile> {
  if (bytes.length < HEADER_BYTES) return refuse('reader.damaged')
  const sectors = new Sectors(bytes)
  const entries = entriesOf(sectors.chain(sectors.firstDirectory, Number.POSITIVE_INFINITY))
  const [root] = entries
  if (!root) return refuse('reader.damaged')
  const streams = new Map(childrenOf(entries, root.child).map((entry) => [entry.name.toLowerCase(), entry]))
  const mini = (): Uint8Array => sectors.chain(root.start, root.size)
  return accept({
    names: [...streams.values()].map(({ name }) => name),
    stream(name) {
      const entry = streams.get(name.toLowerCase())
      if (!entry) return null
      return entry.size < sectors.miniCutoff
        ? sectors.miniChain(mini(), entry.start, entry.size)
        : sectors.chain(entry.start, entry.size)
    },
  })
}

/** Sectors of the file and the tables that chain them. */
class Sectors {
  readonly firstDirectory: number
  readonly miniCutoff: number
  private readonly bytes: Uint8Array
  private readonly size: number
  private readonly next: Uint32Array
  private readonly firstMini: number

  constructor(bytes: Uint8Array) {
    const header = viewOf(bytes)
    this.bytes = bytes
    this.size = header.getUint16(0x1e, true) === 12 ? 4096 : 512
    this.firstDirectory = header.getUint32(0x30, true)
    this.miniCutoff = Math.min(header.getUint32(0x38, true), 4096)
    this.firstMini = header.getUint32(0x3c, true)
    this.next = this.allocation(header)
  }

  /** The bytes of a chain, at most `size`. */
  chain(first: number, size: number): Uint8Array {
    const parts: Uint8Array[] = []
    let length = 0
    for (const sector of this.sectorsFrom(first)) {
      if (length >= size) break
      const part = this.sector(sector)
      parts.push(part)
      length += part.length
    }
    return joined(parts, Math.min(length, size))
  }

  /** The same for small streams, which share the sectors of the root's own stream. */
  miniChain(mini: Uint8Array, first: number, size: number): Uint8Array {
    const next = numbersOf(this.chain(this.firstMini, Number.POSITIVE_INFINITY))
    const parts: Uint8Array[] = []
    let sector = first
    for (let length = 0; length < size && sector < next.length; length += MINI_SECTOR_BYTES) {
      parts.push(mini.subarray(sector * MINI_SECTOR_BYTES, (sector + 1) * MINI_SECTOR_BYTES))
      sector = next[sector] ?? NO_ENTRY
    }
    return joined(parts, size)
  }

  private get count(): number {
    return Math.ceil(Math.max(this.bytes.length - this.size, 0) / this.size)
  }

  private sector(number: number): Uint8Array {
    const start = (number + 1) * this.size
    return this.bytes.subarray(start, start + this.size)
  }

  private *sectorsFrom(first: number): Generator<number> {
    let sector = first
    for (let steps = 0; steps < this.count && sector < this.count; steps += 1) {
      yield sector
      sector = this.next[sector] ?? NO_ENTRY
    }
  }

  /** The allocation table: its first sectors are named in the header, further ones in a chain of their own. */
  private allocation(header: DataView): Uint32Array {
    const inHeader = Array.from({ length: FATS_IN_HEADER }, (_, at) => header.getUint32(0x4c + at * 4, true))
    const named: number[] = [...inHeader]
    let more = header.getUint32(0x44, true)
    for (let steps = 0; steps < this.count && more < this.count; steps += 1) {
      const numbers = numbersOf(this.sector(more))
      named.push(...numbers.subarray(0, -1))
      more = numbers.at(-1) ?? NO_ENTRY
    }
    const needed = Math.ceil(this.count / (this.size / 4))
    const tables = named.filter((sector) => sector < FIRST_MARK && sector < this.count).slice(0, needed)
    return numbersOf(
      joined(
        tables.map((sector) => this.sector(sector)),
        tables.length * this.size,
      ),
    )
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = viewOf(bytes)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getUint32(at * 4, true))
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  return new Uint8Array(Buffer.concat(parts)).subarray(0, size)
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = viewOf(directory)
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, index) => {
    const at = index * ENTRY_BYTES
    const nameBytes = Math.min(Math.max(view.getUint16(at + 0x40, true) - 2, 0), 62)
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes)),
      type: view.getUint8(at + 0x42),
      left: view.getUint32(at + 0x44, true),
      right: view.getUint32(at + 0x48, true),
      child: view.getUint32(at + 0x4c, true),
      start: view.getUint32(at + 0x74, true),
      size: view.getUint32(at + 0x78, true),
    }
  })
}

/** The streams of one storage stand in a tree of siblings; each entry is visited once. */
function childrenOf(entries: readonly Entry[], first: number): Entry[] {
  const found: Entry[] = []
  const seen = new Set<number>()
  const waiting = [first]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (!entry || seen.has(index)) continue
    seen.add(index)
    if (entry.type === STREAM) found.push(entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}
