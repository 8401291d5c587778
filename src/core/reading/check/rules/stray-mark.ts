import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const MARKS = '，,、。；;：:'
const IS_MARK = new Uint8Array(0x10000)
for (const mark of MARKS) IS_MARK[mark.charCodeAt(0)] = 1
const HAN = /[\u4e00-\u9fff）)”》]/

/** Two marks side by side: one of them was left over. */
function doubled(text: string, codes: Uint16Array, at: number): Hit[] {
  if (IS_MARK[codes[at + 1] ?? 0] !== 1) return []
  const [own, next] = [text.charAt(at), text.charAt(at + 1)]
  if ((own === '.' && next === '.') || !HAN.test(text.charAt(at - 1))) return []
  return [{ places: [{ start: at, end: at + 2 }], message: 'doubled', detail: { marks: own + next } }]
}

/** A comma at the end of a responsibility line. */
function dangling({ reading, text }: CheckContext): Hit[] {
  return reading.assignments.flatMap((one): Hit[] => {
    if (one.form !== 'line') return []
    const rest = /^[，,、]\s*?(?=\n|$)/.exec(text.slice(one.span.end, one.span.end + 3))
    const last = text.charAt(one.span.end - 1)
    const at = rest ? one.span.end : '，,、'.includes(last) ? one.span.end - 1 : -1
    if (at < 0) return []
    return [{ places: [{ start: at, end: at + 1 }], message: 'dangling', detail: { marks: text.charAt(at) } }]
  })
}

/** A western full stop behind Chinese words. */
function western(text: string, at: number): Hit[] {
  if (!HAN.test(text.charAt(at - 1)) || !/^\s*(?:\n|$)/.test(text.slice(at + 1, at + 4))) return []
  return [{ places: [{ start: at, end: at + 1 }], message: 'western', detail: {} }]
}

function check(context: CheckContext): Hit[] {
  const { text, anchors } = context
  const at = anchors()
  return [
    ...[...MARKS].flatMap((mark) => at.of(mark).flatMap((place) => doubled(text, at.codes, place))),
    ...at.of('.').flatMap((place) => western(text, place)),
    ...dangling(context),
  ]
}

/** Marks left over from editing: 、， and ，。 side by side, a comma at the end of a clause. */
export const strayMark: PlanRule = {
  id: 'plan.strayMark',
  severity: 'error',
  title: both('多余或误用的标点', 'Marks left over'),
  why: both(
    '两个标点相连、条款以逗号收尾，多是删改留下的，中间可能少了一家单位或半句话。',
    'Two marks side by side, or a comma at the end of a clause: something between them was deleted.',
  ),
  messages: {
    doubled: {
      message: both('标点“{marks}”相连。', 'Two marks side by side: “{marks}”.'),
      remedy: both('删去一个，并核对中间是否漏字。', 'Delete one, and see whether words are missing between them.'),
    },
    dangling: {
      message: both('责任条款以“{marks}”收尾。', 'The clause ends with “{marks}”.'),
      remedy: both('补上漏列的单位，或删去标点。', 'Add the unit that is missing, or delete the mark.'),
    },
    western: {
      message: both('句末用了西文句点。', 'The sentence ends with a western full stop.'),
      remedy: both('改为“。”。', 'Use 。 instead.'),
    },
  },
  examples: {
    valid: ['一、任务\n1.甲事。抓甲事；抓好其他事项。（区教育局牵头）'],
    invalid: [
      '一、任务\n抓好甲事⟦、，⟧推进乙事落实。',
      '一、任务\n1.甲事。抓好甲事落实。\n责任单位：区教育局、区财政局⟦，⟧\n2.乙事。抓好乙事落实。',
      '一、任务\n抓好甲事，推进乙事落实⟦.⟧',
    ],
  },
  check,
}
