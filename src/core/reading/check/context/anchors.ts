const UNITS = 0x10000

/** Units of the text that rules start from; every other unit is passed over. */
const ANCHORS = '附年月《“、占人委分的（(）)《》〈〉【】〔〕“”「」，,。.；;：:X×_\uFFFD'

const SLOTS = new Uint8Array(UNITS)
const SIZE = [...new Set(ANCHORS)].map((unit, index) => {
  SLOTS[unit.charCodeAt(0)] = index + 1
  return unit
}).length

/** Where each anchor stands, in order. */
export interface Anchors {
  /** Offsets of one unit; a unit that is no anchor is a bug of the rule. */
  readonly of: (unit: string) => readonly number[]
  /** All offsets of anchors, whichever they are. */
  readonly all: readonly number[]
  /** The text as numbers: quicker to compare than its characters. */
  readonly codes: Uint16Array
}

/** One pass over the text, shared by every rule that looks at characters. */
export function findAnchors(text: string): Anchors {
  const places: number[][] = Array.from({ length: SIZE + 1 }, () => [])
  const all: number[] = []
  const codes = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    codes[at] = code
    const slot = SLOTS[code] ?? 0
    if (slot === 0) continue
    places[slot]?.push(at)
    all.push(at)
  }
  return { of: (unit) => places[SLOTS[unit.charCodeAt(0)] ?? 0] ?? [], all, codes }
}
