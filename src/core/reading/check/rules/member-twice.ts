import type { TaskForceFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Names before 为成员单位 are looked for from the last mark on alone: a long list is gone through once, not from every name. */
const LIST =
  /成员(?:单位)?(?:包括|由|为|有|[:：])([^。；;]+)|(?<![^。；;，,])((?:[^。；;，,][^。；;，,、]*、){2}[^。；;，,]+)等?为成员单位/

function doubles({ text, keyOf }: CheckContext, force: TaskForceFact): Hit[] {
  const words = text.slice(force.span.start, force.span.end)
  const found = LIST.exec(words)
  const list = found?.[1] ?? found?.[2]
  if (!found || !list) return []
  const seen = new Map<string, { start: number; end: number }>()
  let at = force.span.start + found.index + found[0].indexOf(list)
  const hits: Hit[] = []
  for (const piece of list.split(/[、，,]/)) {
    const name = piece.trim().replace(/等.*$/, '')
    const span = { start: at + piece.indexOf(name), end: at + piece.indexOf(name) + name.length }
    at += piece.length + 1
    if (name.length < 3 || name.length > 20) continue
    const { key, isGroup } = keyOf(name)
    const first = seen.get(key)
    if (first && !isGroup) hits.push({ places: [span, first], detail: { unit: name, force: force.name } })
    seen.set(key, span)
  }
  return hits
}

/** One unit named twice among the members of a task force. */
export const memberTwice: PlanRule = {
  id: 'plan.memberTwice',
  severity: 'error',
  title: both('专班成员单位重复', 'A member named twice'),
  why: both(
    '成员单位列了两次，常是另一单位被误写而漏掉。',
    'A member listed twice often stands where another unit was meant.',
  ),
  messages: {
    main: {
      message: both('“{unit}”在“{force}”成员单位中出现两次。', '“{unit}” is named twice among the members of {force}.'),
      remedy: both('删去一处；如系误写，改为应列的单位。', 'Delete one, or put the unit that was meant.'),
    },
  },
  examples: {
    valid: [
      '一、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局。',
    ],
    invalid: [
      '一、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局、⟦区财政局⟧等，专班办公室设在区工信局。',
    ],
  },
  check: (context) => context.reading.taskForces.flatMap((force) => doubles(context, force)),
}
