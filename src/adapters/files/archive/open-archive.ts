import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import {
  MAX_ARCHIVE_ENTRIES,
  MAX_ARCHIVE_INFLATED_BYTES,
  MAX_INFLATE_RATIO,
  MAX_XML_PART_BYTES,
  RATIO_FLOOR_BYTES,
} from '../file-limits.ts'
import { readDirectory } from './zip-directory.ts'
import type { ZipEntry } from './zip-directory.ts'

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)

/** A zip container whose directory was checked; parts are unpacked one by one when asked for. */
export interface Archive {
  readonly names: readonly string[]
  /** Unpacks a part; null where there is none of this name. */
  read(name: string): Promise<Result<Uint8Array | null>>
}

/** Opens a zip container; refuses bombs, damage, encryption and names that lead out of the container. */
export function openArchive(bytes: Uint8Array): Result<Archive> {
  const directory = readDirectory(bytes, MAX_ARCHIVE_ENTRIES)
  if (!directory.ok) return directory
  const refusal = directoryRefusal(directory.value)
  if (refusal) return refusal
  const byName = new Map(directory.value.map((entry) => [entry.name.toLowerCase(), entry]))
  return accept({
    names: directory.value.map((entry) => entry.name),
    read: async (name) => {
      const entry = byName.get(name.toLowerCase())
      return entry ? unpack(bytes, entry) : accept(null)
    },
  })
}

function directoryRefusal(entries: readonly ZipEntry[]): ReturnType<typeof refuse> | null {
  if (entries.some((entry) => entry.encrypted)) return refuse('reader.encrypted')
  if (entries.some((entry) => leadsOutside(entry.name))) return refuse('reader.damaged')
  const total = entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0)
  if (total > MAX_ARCHIVE_INFLATED_BYTES || entries.some(inflatesTooMuch)) return refuse('reader.zipBomb')
  return overlap(entries) ? refuse('reader.zipBomb') : null
}

function leadsOutside(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..')
}

function inflatesTooMuch(entry: ZipEntry): boolean {
  return entry.inflatedBytes > RATIO_FLOOR_BYTES && entry.inflatedBytes > entry.packedBytes * MAX_INFLATE_RATIO
}

/** Entries that share packed bytes are how a small file claims to hold a large one many times. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const ranges = [...entries].sort((a, b) => a.headerOffset - b.headerOffset)
  return ranges.some((entry, index) => {
    const next = ranges[index + 1]
    return next !== undefined && entry.headerOffset + entry.packedBytes > next.headerOffset
  })
}

async function unpack(bytes: Uint8Array, entry: ZipEntry): Promise<Result<Uint8Array>> {
  const limit = Math.min(MAX_XML_PART_BYTES, Math.max(entry.packedBytes * MAX_INFLATE_RATIO, RATIO_FLOOR_BYTES))
  const packed = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedBytes)
  const content = entry.method === 0 ? accept(packed) : await inflateWithin(packed, limit)
  if (!content.ok) return content
  const whole = content.value.length === entry.inflatedBytes && crc32(content.value) === entry.crc32
  return whole ? content : refuse('reader.damaged')
}

/** zlib stops by itself at `limit`, whatever size the directory claims. */
async function inflateWithin(packed: Uint8Array, limit: number): Promise<Result<Uint8Array>> {
  try {
    return accept(await inflate(packed, { maxOutputLength: limit }))
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return refuse(tooLarge ? 'reader.zipBomb' : 'reader.damaged')
  }
}
