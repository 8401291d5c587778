import { inSpans } from '#core/kit'
import type { Recogniser } from '../kernel.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { eachSegment, namedFind } from './segment-finds.ts'

const DEGREE =
  '(?:明显|显著|持续|不断|进一步|大幅|大幅度|稳步|更加|更为|全面|有效|逐步|基本|总体|普遍|加快|有序|实质|稳定)'
const CHANGE =
  '(?:提升|增强|改善|优化|下降|提高|完善|降低|好转|扩大|缩小|建成|建立|形成|健全|化解|压降|回升|向好|充分|合理|减少|压缩|突破|实现|成型|彰显|巩固|加强|协调|公平|便捷|可感|迸发|夯实|显现|增长|转型|普及|绿色|规范|稳定)'
const PROMISE = new RegExp(
  `${DEGREE}(?:得到|实现|取得)?(?:${DEGREE})?${CHANGE}$|(?:取得|获得)(?:实质性|突破性|明显|显著|重大|积极)(?:进展|成效|突破|提升)$|达到(?:国际|国内|全国|全省)?(?:先进|领先|一流)水平$`,
)
const LONGEST = 22
const MAY_HOLD =
  /提升|增强|改善|优化|下降|提高|完善|降低|好转|扩大|缩小|建成|建立|形成|健全|化解|压降|回升|向好|充分|合理|减少|成型|取得|水平|夯实|增长/g

/** Promises that no figure tests: 主要污染物排放总量持续减少, 产业链更加完整. Segments with a figure are targets instead. */
export const qualitativePromise: Recogniser = {
  id: 'promise.qualitative',
  recognise(context) {
    const past = pastRanges(context.tree)
    eachSegment(context, MAY_HOLD, (segment, words) => {
      if (words.length < 6 || /\d/.test(words) || !PROMISE.test(words.slice(-LONGEST)) || inSpans(past, segment.start))
        return
      const range = { at: segment.start, end: segment.end }
      context.draft.qualitative.push(namedFind(context, 'promise.qualitative', range, range))
    })
  },
}
