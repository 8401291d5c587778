import type { SentenceFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const ENDED = /[。；;！!？?：:，,、.．…]["”’）)\s]*$/
const HAN = /[\u4e00-\u9fff]/
/** So many clauses, and this share of them behind a stop, make it the habit of the text. */
const HABIT = { least: 5, share: 0.8 }
/** Shorter lines are titles. */
const SHORTEST = 16
const LABEL = /^[\s（(]*(?:牵头|责任|配合|参与|完成|时限|附件|抄送|来源|联系|电话|主办|承办|组长|副组长|成员)/

/** Clauses behind a passage that has no stop, where the others have one. */
function beforeClauses({ reading, text }: CheckContext): Hit[] {
  const brackets = reading.assignments.filter((one) => one.form === 'bracket' && /^[（(]/.test(one.quote))
  const behind = brackets.map((one) => {
    const before = text.slice(Math.max(0, one.span.start - 12), one.span.start)
    return { one, before, stop: ENDED.test(before) || /\n\s*$/.test(before) || /[）)]\s*$/.test(before) }
  })
  const stopped = behind.filter(({ stop }) => stop).length
  if (stopped < HABIT.least || stopped < behind.length * HABIT.share) return []
  return behind.flatMap(({ one, stop }) =>
    stop ? [] : [{ places: [one.span], message: 'clause', detail: { path: one.path } }],
  )
}

function isBody(sentence: SentenceFact): boolean {
  return !sentence.uses.some((use) => use === 'meta' || use === 'clause' || use === 'taskForce' || use === 'preamble')
}

/** Items that end without a stop where the others of the text have one. */
function atLineEnds({ reading, text, residue }: CheckContext): Hit[] {
  const titles = new Set(reading.headings.map(({ titleSpan }) => titleSpan.end))
  let body = 0
  const open: SentenceFact[] = []
  for (const sentence of reading.sentences) {
    const { start, end } = sentence.span
    if (end - start < SHORTEST || titles.has(end) || !isBody(sentence)) continue
    body++
    if (/\n/.test(text.slice(end, end + 1)) && HAN.test(text.charAt(end - 1))) open.push(sentence)
  }
  if (body < HABIT.least || open.length > body * (1 - HABIT.share)) return []
  return open.flatMap((sentence): Hit[] => {
    const { start, end } = sentence.span
    const own = text.slice(start, end)
    if (!/[，,。；;]/.test(own) || LABEL.test(own) || residue().holds(start) || own.includes('\n')) return []
    return [{ places: [{ start: end - 1, end }], message: 'line', detail: { words: own.slice(-12) } }]
  })
}

/** A passage that ends without a stop. */
export const missingStop: PlanRule = {
  id: 'plan.missingStop',
  severity: 'question',
  title: both('句末缺句号', 'A missing stop'),
  why: both(
    '责任条款前、条目末尾缺句号，多是后半句被删去的痕迹，也使条款归属不清。',
    'No stop before a clause or at the end of an item: often a sentence was cut, and the clause hangs on half of it.',
  ),
  messages: {
    clause: {
      message: both('责任条款前缺句号。', 'There is no stop before this clause.'),
      remedy: both('补句号，并核对前句是否完整。', 'Add it, and see whether the sentence is complete.'),
    },
    line: {
      message: both('本条以“{words}”收尾，缺句号。', 'The item ends with “{words}” and no stop.'),
      remedy: both('补句号，并核对是否漏了后半句。', 'Add it, and see whether the rest was lost.'),
    },
  },
  examples: {
    valid: ['一、任务\n1.甲事。抓甲事。（区教育局牵头）\n2.乙事。抓乙事。（区教育局牵头）'],
    invalid: [
      '一、任务\n1.甲事。抓甲事。（区教育局牵头）\n2.乙事。抓乙事。（区教育局牵头）\n3.丙事。抓丙事。（区教育局牵头）\n4.丁事。抓丁事。（区教育局牵头）\n5.戊事。抓戊事。（区教育局牵头）\n6.己事。抓己事⟦（区教育局牵头）⟧',
      '一、任务\n1.组织开展甲项工作，抓好甲项落实见效。\n2.组织开展乙项工作，抓好乙项落实见效。\n3.组织开展丙项工作，抓好丙项落实见效。\n4.组织开展丁项工作，抓好丁项落实见效。\n5.组织开展戊项工作，抓好戊项落实见⟦效⟧\n6.组织开展己项工作，抓好己项落实见效。',
    ],
  },
  check: (context) => [...beforeClauses(context), ...atLineEnds(context)],
}
