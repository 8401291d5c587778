import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Lengths of words that are looked for twice in a row; shorter ones (看看, 一点一点) are good Chinese. */
const SHORTEST = 3
const LONGEST = 6

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/**
 * Where a word begins for the second time, with its length: runs in which every unit equals the one `gap` units on, as long
 * as the gap. One pass for all lengths.
 */
function repeatsIn(codes: Uint16Array): { start: number; gap: number }[] {
  const found: { start: number; gap: number }[] = []
  const runs = new Int32Array(LONGEST + 1)
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0
    const han = isHan(code)
    for (let gap = SHORTEST; gap <= LONGEST; gap++) {
      const run = han && codes[at + gap] === code ? (runs[gap] ?? 0) + 1 : 0
      runs[gap] = run === gap ? 0 : run
      if (run === gap) found.push({ start: at + 1, gap })
    }
  }
  return found
}

function check({ text, anchors }: CheckContext): Hit[] {
  return repeatsIn(anchors().codes).flatMap(({ start, gap }) => {
    const words = text.slice(start, start + gap)
    // 常态常态常态: a shorter word over and over is no word of this length.
    if (new Set(words).size < SHORTEST) return []
    const places = [
      { start, end: start + gap },
      { start: start - gap, end: start },
    ]
    return [{ places, detail: { words } }]
  })
}

/** Words written twice in a row. */
export const doubledWords: PlanRule = {
  id: 'plan.doubledWords',
  severity: 'error',
  title: both('词语重复', 'Words written twice'),
  why: both('同一词语连写两遍，是粘贴或删改的差错。', 'Words twice in a row are a slip of pasting.'),
  messages: {
    main: {
      message: both('“{words}”连写两遍。', '“{words}” is written twice in a row.'),
      remedy: both('删去一处。', 'Delete one.'),
    },
  },
  examples: {
    valid: ['一、任务\n一点一点推进，常态化抓好、长效化抓好。'],
    invalid: ['一、任务\n将质量相关指标⟦相关指标⟧纳入合同。'],
  },
  check,
}
