import { inSpans } from '#core/kit'
import type { Recogniser } from '../kernel.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { eachSegment, namedFind } from './segment-finds.ts'

const RED_LINE =
  /严禁|禁止|不得|一票否决|坚决(?:遏制|杜绝|守住|守牢|防止|制止)|(?:守住|守牢|兜住|兜牢|坚守)[^,;]{0,16}底线|不发生|零容忍|零发生|红线|严防|杜绝/
const MAY_HOLD = new RegExp(RED_LINE.source, 'g')

/** What must never happen: 严禁…, 不得…, 坚决遏制…, 守牢…底线. The words of the segment are the fact. */
export const redLine: Recogniser = {
  id: 'redLine.words',
  recognise(context) {
    const past = pastRanges(context.tree)
    eachSegment(context, MAY_HOLD, (segment, words) => {
      if (!RED_LINE.test(words) || words.length < 4 || inSpans(past, segment.start)) return
      const range = { at: segment.start, end: segment.end }
      context.draft.redLines.push(namedFind(context, 'redLine.words', range, range))
    })
  },
}
