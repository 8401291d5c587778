import { firstOuter } from '../text/brackets.ts'
import type { ReadingContext, Recogniser } from '../kernel.ts'
import { numberedHeadingAt, pathOf } from '../tree/tree.ts'
import { looksLikePost, looksLikeUnit, splitUnits } from '../units/units.ts'

/** 牵头 that gives somebody a duty; 牵头单位 is a label, 牵头抓总 general accountability, 牵头负责人 a noun. */
const LEAD = /(?:为总|总|为|分别|共同|联合)?牵头(?!抓总|单位|部门|负责人|人|作用|领导|科室|或)/g
const CHARGE = /由([^,。;:由]{2,60}?)(?:具体)?负责(?!人|同志|任|解释)/g
const BOUNDARY = ',。;:由\n'
const MAX_NAMES = 80

interface Names {
  readonly at: number
  readonly end: number
}

/** The names before `end`: back to the last mark or 由, if all of them read as bodies or as one post. */
function namesBefore(text: string, end: number, from: number): Names[] | null {
  let start = end
  while (start > from && end - start < MAX_NAMES && !BOUNDARY.includes(text.charAt(start - 1))) start--
  if (end - start < 2) return null
  const pieces = splitUnits(text, start, end).map((piece) => ({ at: piece.start, end: piece.end }))
  const words = pieces.map((piece) => text.slice(piece.at, piece.end))
  if (words.length > 0 && words.every(looksLikeUnit)) return pieces
  if (
    words.length > 0 &&
    words.every((word) => looksLikePost(word) || looksLikeUnit(word)) &&
    words.some(looksLikePost)
  ) {
    return words.every(looksLikePost) ? [{ at: start, end }] : pieces
  }
  return null
}

function add(
  { tree, draft, trace }: ReadingContext,
  names: readonly Names[],
  wordAt: number,
  sentenceEnd: number,
): void {
  const first = names[0]
  if (!first) return
  const at = tree.text.charAt(first.at - 1) === '由' ? first.at - 1 : first.at
  const end = firstOuter(tree.text, wordAt, sentenceEnd, ',。;')
  const duties = names.map((name) => ({ ...name, role: 'lead' as const }))
  const path = pathOf(numberedHeadingAt(tree, at))
  draft.assignments.push({
    at,
    end,
    rule: 'responsibility.running',
    implied: [],
    path,
    duties,
    openList: false,
    form: 'running',
  })
  trace?.({ rule: 'responsibility.running', at, end, detail: `${duties.length} names` })
}

/** Words of a sentence that give somebody a duty: 由市发改委牵头编制…, 由各专班召集人牵头. Clauses in brackets are not its own. */
export const responsibilityRunning: Recogniser = {
  id: 'responsibility.running',
  recognise(context) {
    const { tree } = context
    for (const sentence of tree.sentences) {
      const words = tree.text.slice(sentence.start, sentence.end)
      if (!words.includes('牵头') && !words.includes('负责')) continue
      for (const match of words.matchAll(LEAD)) {
        const at = sentence.start + match.index
        const names = namesBefore(tree.text, at, sentence.start)
        if (names) add(context, names, at, sentence.end)
      }
      for (const match of words.matchAll(CHARGE)) {
        if (match[1]?.includes('牵头')) continue
        const end = sentence.start + match.index + 1 + (match[1]?.length ?? 0)
        const names = namesBefore(tree.text, end, sentence.start)
        if (names) add(context, names, end, sentence.end)
      }
    }
  },
}
