import type { Refiner } from '../kernel.ts'
import { matchesOf } from '../text/matches.ts'
import { chineseNumber } from '../text/numerals.ts'
import { place } from '../tree/tree.ts'

const NUMBERED_NAME = /“([一二三四五六七八九十]{1,2})(?:大|场|项|个)?([\u4e00-\u9fff]{1,8})”/g

/** Where the title names no framework, the quoted name that counts the campaigns does: “七场硬仗” of seven …硬仗. */
export const nameFramework: Refiner = {
  id: 'refine.nameFramework',
  refine({ tree, draft, trace }) {
    const { campaigns, meta } = draft
    if (meta.framework !== null || campaigns.length === 0) return
    const match = matchesOf(NUMBERED_NAME, tree.text).find(
      ([, count = '', kind = '']) =>
        chineseNumber(count) === campaigns.length && campaigns.every(({ name }) => name.endsWith(kind)),
    )
    if (!match) return
    const [at, end] = [match.index + 1, match.index + match[0].length - 1]
    const spans = { ...meta.spans, framework: place(tree, at, end) }
    draft.meta = { ...meta, framework: tree.text.slice(at, end), spans }
    trace?.({ rule: 'refine.nameFramework', at, end, detail: tree.text.slice(at, end) })
  },
}
