import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Blanks that start at one of the anchors. */
const BLANKS: readonly (readonly [string, RegExp])[] = [
  ['〔', /〔20\d{2}〕[ \t\u3000]*号/y],
  ['X', /[X×]{2,}/y],
  ['×', /[X×]{2,}/y],
  ['_', /_{2,}/y],
  ['（', /（(?:待定|待补|待补充|待明确|待核实|此处.{0,6}补充)）/y],
  ['(', /\((?:待定|待补|待补充|待明确|待核实)\)/y],
]
const HAN = /[\u4e00-\u9fff]/

/** Characters before a blank in which the title of its form may open: a line may be as long as the text. */
const LONGEST_TITLE = 200

/** The blank of a form is meant: 附件：第×季度情况表, 《…统计表》. */
function inForm(text: string, at: number): boolean {
  const window = text.slice(Math.max(0, at - LONGEST_TITLE), at)
  const words = window.slice(window.lastIndexOf('\n') + 1)
  const lineStart = at - words.length
  return /^\s*附[件表]/.test(text.slice(lineStart, lineStart + 6)) || /《[^》\n]*$/.test(words)
}

function check({ text, anchors }: CheckContext): Hit[] {
  const hits: Hit[] = []
  let last = -1
  for (const [anchor, pattern] of BLANKS) {
    for (const at of anchors().of(anchor)) {
      if (at < last) continue
      pattern.lastIndex = at
      const found = pattern.exec(text)
      if (!found || inForm(text, at)) continue
      const end = at + found[0].length
      if (/[X×]/.test(anchor) && !HAN.test(text.charAt(at - 1)) && !HAN.test(text.charAt(end))) continue
      if (anchor === '_' && /[A-Za-z0-9]/.test(text.charAt(at - 1))) continue
      hits.push({ places: [{ start: at, end }], detail: { words: found[0] } })
      last = end
    }
    last = -1
  }
  return hits
}

/** A blank that nobody filled in. */
export const blankLeft: PlanRule = {
  id: 'plan.blankLeft',
  severity: 'question',
  title: both('留有空白待填', 'A blank left open'),
  why: both(
    '文号、数字、单位处留着空白，说明还不是定稿。',
    'A number, figure or name left blank: this is not the final text.',
  ),
  messages: {
    main: {
      message: both('“{words}”处留有空白。', 'A blank is left open: “{words}”.'),
      remedy: both('填上，或删去。', 'Fill it in, or delete it.'),
    },
  },
  examples: {
    valid: ['青政办发〔2026〕3号\n一、任务\n填写《××季度情况统计表》。'],
    invalid: ['青政办发⟦〔2026〕 号⟧\n一、任务\n抓好落实。', '一、任务\n完成投资⟦××⟧亿元。'],
  },
  check,
}
