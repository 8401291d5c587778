import { inSpans } from '#core/kit'
import type { FoundPolicy, Recogniser } from '../kernel.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { eachSegment, namedFind } from './segment-finds.ts'
import { matchesOf } from '../text/matches.ts'

const DOCUMENT =
  '(?:办法|方案|规划|意见|政策|措施|细则|规程|标准|目录|清单|条例|指南|规定|计划|导则|名录|指引|方法|规范|制度)'
const KINDS: readonly (readonly [FoundPolicy['action'], RegExp])[] = [
  [
    'make',
    new RegExp(
      `(?:制定出台|研究制定|研究完善|修订完善|制定|出台|修订|编制|印发|起草|制修订|发布|完善|优化|建立健全|建立)(?:完善|实施|印发)?(?!的)(《[^》]{3,60}》|[^,;。、《的]{3,30}?${DOCUMENT})(?=$|[,;。、和及并等])`,
      'g',
    ),
  ],
  [
    'make',
    new RegExp(
      `(?:完成|推进|推动|加强|启动|加快)(《[^》]{3,60}》|[^,;。、《]{3,30}?${DOCUMENT})的?(?:编制|制定|修订|制修订|出台|设计)`,
      'g',
    ),
  ],
  [
    'obtain',
    /(?:争取|抢抓|抢报|申请|申报)((?:[^,;。]{2,36}?)(?:资金|债券|国债|政策|补助|专项|支持|试点))(?=$|[,;。、和及])/g,
  ],
  [
    'deliver',
    /(?:落实|兑现|执行|用好|推动)(?:好|用足|落地)?(《[^》]{3,60}》|[^,;。《]{2,36}?(?:优惠政策|惠企政策|补贴政策|扶持政策|奖补政策|政策|优惠|补贴))(?=$|[,;。、和及]|落地|兑现|见效)/g,
  ],
]
/** The plan itself (本实施方案), and what names no policy. */
const OWN =
  /^(?:的|、|国家和|省有关|本|此|该|以下|相关|有关|更多|上级部门|“[^”]*$)|^“?[一二三四五六七八九十]+大.{2,6}”?(?:总体)?方案/
const MAY_HOLD =
  /发布|完善|优化|建立|编制|制修订|制定|出台|修订|编制|印发|起草|争取|抢抓|抢报|申请|申报|落实|兑现|执行|用好|推动/g

/** Policies to make (制定…办法), to obtain (争取…资金) and to deliver (落实…政策). */
export const namedPolicy: Recogniser = {
  id: 'policy.named',
  recognise(context) {
    const past = pastRanges(context.tree)
    eachSegment(context, MAY_HOLD, (segment, words) => {
      if (inSpans(past, segment.start)) return
      const taken: { at: number; end: number }[] = []
      for (const [action, pattern] of KINDS) {
        for (const match of matchesOf(pattern, words)) {
          if (!match[1] || OWN.test(match[1])) continue
          const range = { at: segment.start + match.index, end: segment.start + match.index + match[0].length }
          if (taken.some((other) => other.at < range.end && range.at < other.end)) continue
          taken.push(range)
          const at = range.at + match[0].indexOf(match[1])
          const title = { at, end: at + match[1].length }
          context.draft.policies.push({ ...namedFind(context, `policy.${action}`, range, title), action })
        }
      }
    })
  },
}
