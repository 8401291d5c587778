import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const CLOSER = new Map([
  ['（', '）'],
  ['(', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['〔', '〕'],
  ['“', '”'],
  ['「', '」'],
])
const CLOSING = new Set([...CLOSER.values()])
/** An opening mark that is not closed within so many units is left open. */
const REACH = 400
/** 1) and a) number items; the mark has no opening one. */
const ITEM = /(?:^|[\s。；;，,：:])[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,3}$/

interface Open {
  readonly at: number
  readonly mark: string
  readonly closer: string
}

function hit(at: number, mark: string, message: string): Hit {
  return { places: [{ start: at, end: at + 1 }], message, detail: { mark } }
}

function check({ text, anchors, residue }: CheckContext): Hit[] {
  const hits: Hit[] = []
  let open: Open[] = []
  const expire = (at: number) => {
    for (let first = open[0]; first && at - first.at > REACH; first = open[0]) {
      hits.push(hit(first.at, first.mark, 'open'))
      open.shift()
    }
  }
  for (const at of anchors().all) {
    const own = text.charAt(at)
    const mark = own === ')' ? '）' : own
    const closer = CLOSER.get(mark)
    if (closer === undefined && !CLOSING.has(mark)) continue
    if (residue().holds(at)) continue
    expire(at)
    if (closer !== undefined) {
      open.push({ at, mark: own, closer })
      continue
    }
    const match = open.findLastIndex((one) => one.closer === mark)
    if (match < 0) {
      if (!(mark === '）' && ITEM.test(text.slice(Math.max(0, at - 5), at)))) hits.push(hit(at, own, 'close'))
      continue
    }
    for (const one of open.slice(match + 1)) hits.push(hit(one.at, one.mark, 'open'))
    open = open.slice(0, match)
  }
  for (const one of open) hits.push(hit(one.at, one.mark, 'open'))
  return hits
}

/** Brackets and quotes that do not close, or close what was not open. */
export const openBracket: PlanRule = {
  id: 'plan.openBracket',
  severity: 'error',
  title: both('括号、引号不成对', 'Brackets and quotes that do not pair'),
  why: both(
    '括号、书名号、引号缺一半，责任条款和文件名就读不完整。',
    'Half a bracket or quote leaves a clause or a title without an end.',
  ),
  messages: {
    open: {
      message: both('“{mark}”没有对应的后半。', '“{mark}” is not closed.'),
      remedy: both('补上后半，或删去前半。', 'Close it, or delete it.'),
    },
    close: {
      message: both('“{mark}”没有对应的前半。', '“{mark}” closes nothing.'),
      remedy: both('补上前半，或删去后半。', 'Open it, or delete it.'),
    },
  },
  examples: {
    valid: [
      '一、任务\n抓好《甲规划（试行）》落实。（区教育局牵头，区财政局配合）',
      '一、任务\n1)甲事。抓甲事落实。\n2)乙事。抓乙事落实。',
    ],
    invalid: ['一、任务\n抓好⟦《⟧甲规划落实。（区教育局牵头）', '一、任务\n抓好甲规划⟦》⟧落实。'],
  },
  check,
}
