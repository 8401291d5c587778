import type { ByteReader } from './byte-reader.ts'

/** One change of a property ([MS-DOC] 2.6): its code, and where its operand stands. */
export interface Modifier {
  readonly code: number
  readonly at: number
}

/** Codes of the modifiers that reading a plan asks for. */
export const modifier = {
  deleted: 0x0800,
  hidden: 0x083c,
  inTable: 0x2416,
  rowEnd: 0x2417,
  outlineLevel: 0x2640,
  centred: 0x2461,
  centredOld: 0x2403,
  listLevel: 0x260a,
  list: 0x460b,
  elsewhere: 0x6646,
  cells: 0xd608,
} as const

const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const
const VARIABLE = 6

/** The modifiers of a list of properties, in order; ends where the list, or the file, ends. */
export function* modifiersIn(bytes: ByteReader, from: number, end: number): Generator<Modifier> {
  let at = from
  while (at + 2 < Math.min(end, bytes.length + 1)) {
    const code = bytes.short(at)
    const kind = code >>> 13
    at += 2
    yield { code, at }
    at += kind === VARIABLE ? variableBytes(bytes, code, at) : (OPERAND_BYTES[kind] ?? 1)
  }
}

/** The cells of a row state their size in two bytes, all others in one. */
function variableBytes(bytes: ByteReader, code: number, at: number): number {
  return code === modifier.cells ? 1 + bytes.short(at) : 1 + bytes.byte(at)
}
