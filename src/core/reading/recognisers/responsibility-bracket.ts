import { closeOf } from '../text/brackets.ts'
import type { ReadingContext, Recogniser } from '../kernel.ts'
import { dutyHeadingAt, pathOf } from '../tree/tree.ts'
import { mostNamesAreUnits, namesAreUnits, readClause, startsWithLabel } from '../units/clause.ts'
import type { Clause } from '../units/clause.ts'

const MAX_CLAUSE = 1200
const MARK = /牵头|责任|负责|配合|参与|承担|落实|承办|主办|会同/
/** (各项任务后所列单位,列第一位的为牵头单位) states a rule. */
const STATES_RULE = /(?:第一位?|首位|首列)[^,;]{0,8}(?:为|是)牵头/
const BEFORE_BARE = '。;\n'

/** A bracket that only lists bodies stands at the end of a sentence or paragraph: 。(区发改局、区财政局等) */
function isBareList(text: string, open: number, close: number, clause: Clause): boolean {
  if (!namesAreUnits(text, clause.duties) || STATES_RULE.test(text.slice(open, close))) return false
  const before = open === 0 || BEFORE_BARE.includes(text.charAt(open - 1))
  const after = '\n。'.includes(text.charAt(close))
  if (clause.scored) return true
  const named = clause.duties.length > 1 || clause.openList || text.charAt(open - 1) === ';'
  return (
    (before && (after || named)) ||
    (after && named && clause.duties.every(({ at, end }) => end - at >= 3 || text.charAt(at) === '各'))
  )
}

/** Nobody is named before the rule; who carries out (各县均需落实) is said of all items. */
function onlyStatesRule(inner: string, from: number, { duties }: Clause): boolean {
  const rule = STATES_RULE.exec(inner)
  return rule !== null && duties.every(({ at }) => at > from + rule.index)
}

function endOf(text: string, open: number, paragraphEnd: number): { end: number; inner: number } | null {
  const close = closeOf(text, open, Math.min(paragraphEnd, open + MAX_CLAUSE))
  if (close > 0) return { end: close, inner: close - 1 }
  return startsWithLabel(text, open + 1) && paragraphEnd - open < MAX_CLAUSE
    ? { end: paragraphEnd, inner: paragraphEnd }
    : null
}

function readAt({ tree, draft, trace }: ReadingContext, open: number, paragraphEnd: number): number {
  const { text } = tree
  const range = endOf(text, open, paragraphEnd)
  if (!range) return open + 1
  const inner = text.slice(open + 1, range.inner)
  if (!MARK.test(inner) && inner.length > 300) return open + 1
  const clause = readClause(text, open + 1, range.inner)
  const isClause =
    clause.marked && MARK.test(inner)
      ? startsWithLabel(text, open + 1) || mostNamesAreUnits(text, clause.duties)
      : isBareList(text, open, range.end, clause)
  if (!isClause || clause.duties.length === 0 || onlyStatesRule(inner, open + 1, clause)) return open + 1
  const rule = clause.marked ? 'responsibility.bracket' : 'responsibility.bareList'
  const path = pathOf(dutyHeadingAt(tree, open))
  const implied = clause.duties.some((duty) => !duty.stated) ? ['role'] : []
  const duties = clause.duties.map(({ at, end, role }) => ({ at, end, role }))
  draft.assignments.push({
    at: open,
    end: range.end,
    rule,
    implied,
    path,
    duties,
    openList: clause.openList,
    form: 'bracket',
  })
  trace?.({ rule, at: open, end: range.end, detail: `${duties.length} units` })
  return range.end
}

/** Round brackets, and 〔…〕 that hold no year. */
function nextBracket(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const mark = text.charAt(at)
    if (mark === '(' || (mark === '〔' && !/\d/.test(text.charAt(at + 1)))) return at
  }
  return end
}

/** (区人社局牵头负责,区科工局等按职责分工负责), (责任单位：…), and bare lists of bodies in brackets. */
export const responsibilityBracket: Recogniser = {
  id: 'responsibility.bracket',
  recognise(context) {
    const { text, paragraphs } = context.tree
    for (const paragraph of paragraphs) {
      let at = nextBracket(text, paragraph.start, paragraph.end)
      while (at < paragraph.end) at = nextBracket(text, readAt(context, at, paragraph.end), paragraph.end)
    }
  },
}
