import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Lengths of words that are looked for twice in a row; shorter ones (看看, 一点一点) are good Chinese. */
const SHORTEST = 3
const LONGEST = 6

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Ends of runs in which every unit equals the one `gap` units on: as long as the gap, they are a word said twice. */
function runsOf(codes: Uint16Array, gap: number): number[] {
  const ends: number[] = []
  let run = 0
  for (let at = 0; at + gap < codes.length; at++) {
    if (codes[at] !== codes[at + gap]) {
      run = 0
      continue
    }
    run = isHan(codes[at] ?? 0) ? run + 1 : 0
    if (run < gap) continue
    ends.push(at + 1)
    run = 0
  }
  return ends
}

function repeats(text: string, codes: Uint16Array, gap: number): Hit[] {
  return runsOf(codes, gap).flatMap((start) => {
    const words = text.slice(start, start + gap)
    // 常态常态常态: a shorter word over and over is found at its own length.
    if (new Set(words).size < SHORTEST) return []
    const places = [
      { start, end: start + gap },
      { start: start - gap, end: start },
    ]
    return [{ places, detail: { words } }]
  })
}

function check({ text, anchors }: CheckContext): Hit[] {
  const { codes } = anchors()
  return Array.from({ length: LONGEST - SHORTEST + 1 }, (_, index) => repeats(text, codes, SHORTEST + index)).flat()
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
