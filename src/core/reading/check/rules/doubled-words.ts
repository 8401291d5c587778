import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Lengths of words that are looked for twice in a row; shorter ones (看看, 一点一点) are good Chinese. */
const SHORTEST = 3
const LONGEST = 8

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Runs in which every unit equals the one `gap` units on; as long as the gap, they are a word said twice. */
function repeats(text: string, gap: number): Hit[] {
  const hits: Hit[] = []
  let run = 0
  for (let at = 0; at + gap < text.length; at++) {
    const code = text.charCodeAt(at)
    run = code === text.charCodeAt(at + gap) && isHan(code) ? run + 1 : 0
    if (run < gap) continue
    const start = at + 1
    const words = text.slice(start, start + gap)
    run = 0
    // 常态常态, 一二一二: a shorter word four times over is found at its own length.
    if (new Set(words).size < SHORTEST) continue
    hits.push({
      places: [
        { start, end: start + gap },
        { start: start - gap, end: start },
      ],
      detail: { words },
    })
  }
  return hits
}

function check({ text }: CheckContext): Hit[] {
  return Array.from({ length: LONGEST - SHORTEST + 1 }, (_, index) => repeats(text, SHORTEST + index)).flat()
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
