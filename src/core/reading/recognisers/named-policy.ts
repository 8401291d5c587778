import type { FoundPolicy, Recogniser } from '../kernel.ts'
import { inRanges, pastRanges } from '../targets/past-parts.ts'
import { eachSegment, namedFind } from './segment-finds.ts'

const DOCUMENT = '(?:办法|方案|规划|意见|政策|措施|细则|规程|标准|目录|清单|条例|指南|规定|计划|导则|名录)'
const KINDS: readonly (readonly [FoundPolicy['action'], RegExp])[] = [
  [
    'make',
    new RegExp(
      `(?:制定出台|研究制定|修订完善|制定|出台|修订|编制|印发|起草|制修订)(?:完善|实施|印发)?(《[^》]{3,60}》|[^,;。、《]{3,30}?${DOCUMENT})(?=$|[,;。、和及])`,
    ),
  ],
  [
    'obtain',
    /(?:争取|抢抓|抢报|申请|申报)((?:[^,;。]{2,36}?)(?:资金|债券|国债|政策|补助|专项|支持|试点))(?=$|[,;。、和及])/,
  ],
  [
    'deliver',
    /(?:落实|兑现|执行|用好|推动)(?:好|用足|落地)?(《[^》]{3,60}》|[^,;。《]{2,36}?(?:优惠政策|惠企政策|补贴政策|扶持政策|奖补政策|政策|优惠|补贴))(?=$|[,;。、和及]|落地|兑现|见效)/,
  ],
]
/** The plan itself (本实施方案), and what names no policy. */
const OWN = /^(?:本|此|该|以下|相关|有关|更多|上级部门|“[^”]*$)|^“?[一二三四五六七八九十]+大.{2,6}”?(?:总体)?方案/
const MAY_HOLD = /制定|出台|修订|编制|印发|起草|争取|抢抓|抢报|申请|申报|落实|兑现|执行|用好|推动/

/** Policies to make (制定…办法), to obtain (争取…资金) and to deliver (落实…政策). */
export const namedPolicy: Recogniser = {
  id: 'policy.named',
  recognise(context) {
    const past = pastRanges(context.tree)
    eachSegment(context, MAY_HOLD, (segment, words) => {
      if (inRanges(past, segment.start)) return
      for (const [action, pattern] of KINDS) {
        const match = pattern.exec(words)
        if (!match?.[1] || OWN.test(match[1])) continue
        const range = { at: segment.start + match.index, end: segment.start + match.index + match[0].length }
        const title = { at: range.end - match[1].length, end: range.end }
        context.draft.policies.push({ ...namedFind(context, `policy.${action}`, range, title), action })
        return
      }
    })
  },
}
