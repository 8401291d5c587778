import { textWidth } from '#core/insight'

/** Where a word begins or ends, and its base line. */
interface WordPlace {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

/** A word that stands in a drawing. */
export interface Word extends WordPlace {
  readonly text: string
  readonly size: number
}

interface Room {
  readonly width: number
  /** The lowest base line that is free. */
  readonly bottom: number
  readonly text: string
  readonly size: number
  /** Words that stand there already. */
  readonly taken: readonly Word[]
}

/** Where the value of the last dot stands: right above it, else left above it, else below it, wherever it covers no other word. */
export function placeValue(dot: { readonly x: number; readonly y: number }, room: Room): WordPlace {
  const { text, size, taken, width, bottom } = room
  const [above, below] = [dot.y - 8, dot.y + size + 7]
  const wide = textWidth(text, size)
  const places: readonly WordPlace[] = [
    { x: dot.x + 8, y: above, anchor: 'start' },
    { x: dot.x - 8, y: above, anchor: 'end' },
    { x: Math.min(dot.x + 8, width - wide - 2), y: below, anchor: 'start' },
    { x: dot.x - 8, y: below, anchor: 'end' },
  ]
  const free = places.find((place) => {
    const box = boxOf({ ...place, text, size })
    const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && place.y <= bottom
    return isInside && taken.every((word) => !overlap(box, boxOf(word)))
  })
  return free ?? { x: Math.min(dot.x + 8, width - wide - 2), y: above, anchor: 'start' }
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly low: number
}

function boxOf({ x, y, anchor, text, size }: Word): Box {
  const width = textWidth(text, size)
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: y - size * 0.9, low: y + size * 0.25 }
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.low && b.top < a.low
