import type { ReadingContext, Recogniser } from '../kernel.ts'
import { firstOuter } from '../text/brackets.ts'
import type { Sentence } from '../tree/sentences.ts'
import { dutyHeadingAt, pathOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { readClause, startsWithLabel } from '../units/clause.ts'

const MAX_LINE = 1200

const BULLETS = '—-·●■▲◆*•'

/** Bullets and dashes before a label are passed over: ——责任单位：… */
function labelStart(text: string, start: number): number {
  let at = start
  while (BULLETS.includes(text.charAt(at)) && at - start < 3) at++
  return at
}

/** 改造水厂2处,责任单位:某镇人民政府;完成时限:5月底前。 Where behind a comma a clause begins; -1 where none does. */
function labelInside({ text }: PlanTree, { start, end }: Sentence): number {
  if (!/[,;][^,;:]{0,6}(?:单位|部门|处室|科室|牵头):/.test(text.slice(start, end))) return -1
  for (let at = firstOuter(text, start, end, ',;'); at < end; at = firstOuter(text, at + 1, end, ',;'))
    if (startsWithLabel(text, at + 1)) return at + 1
  return -1
}

/** A run of label lines is one clause: 牵头单位：… and 责任单位：… on the next line are read together. */
function runs({ tree }: ReadingContext): Sentence[][] {
  const found: Sentence[][] = []
  let previous: Sentence | null = null
  for (const sentence of tree.sentences) {
    const labelled =
      startsWithLabel(tree.text, labelStart(tree.text, sentence.start)) && sentence.end - sentence.start < MAX_LINE
    if (labelled) {
      const follows = previous && sentence.paragraph - previous.paragraph <= 1
      const last = found[found.length - 1]
      if (follows && last) last.push(sentence)
      else found.push([sentence])
    }
    const inside = labelled ? -1 : labelInside(tree, sentence)
    if (inside > 0) found.push([{ ...sentence, start: inside }])
    previous = labelled ? sentence : null
  }
  return found
}

/** 牵头单位：市林业局 / 责任单位：各县(市、区)人民政府, on lines of their own or at the end of a passage. */
export const responsibilityLine: Recogniser = {
  id: 'responsibility.line',
  recognise(context) {
    const { tree, draft, trace } = context
    for (const run of runs(context)) {
      const at = run[0]?.start ?? 0
      const clauses = run.map((line) => readClause(tree.text, labelStart(tree.text, line.start), line.end))
      const duties = clauses.flatMap((clause) =>
        clause.duties.map(({ at: from, end, role }) => ({ at: from, end, role })),
      )
      if (duties.length === 0) continue
      const end = run[run.length - 1]?.end ?? at
      const path = pathOf(dutyHeadingAt(tree, at))
      const openList = clauses.some((clause) => clause.openList)
      draft.assignments.push({
        at,
        end,
        rule: 'responsibility.line',
        implied: [],
        path,
        duties,
        openList,
        form: 'line',
      })
      trace?.({ rule: 'responsibility.line', at, end, detail: `${duties.length} units` })
    }
  },
}
