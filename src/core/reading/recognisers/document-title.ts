import { dateOf } from '../text/issue-date.ts'
import type { Paragraph } from '../tree/paragraphs.ts'
import { looksLikeUnit } from '../units/units.ts'
import { type Head, NUMBER, type Range } from './document-head.ts'
import { isSigner } from './document-issuer.ts'

const FINAL =
  /(?:方案|计划|意见|措施|清单|报告|要点|办法|安排|规划|政策|细则|任务|纲要|分工|规定|制度|目标|通知|部署|指南|行动|工程|举措|分解|分解表|一览表|台账|指标|方略|预案|攻略|项目表|目录)(?:\((?:[^()]{1,24})\))?$/
/** The way to a page, above its title: 首页 > 政务公开 > 规划计划. */
const PAGE_PATH = /^(?:首页|当前位置|您的位置)/

/** The title that the covering notice names: 关于印发《…》的通知, 现将《…》印发. */
function namedTitle(head: Head): string | null {
  for (const line of head.lines) {
    const words = head.words(line)
    const match =
      /(?:印发|转发|下发)(?:<|《)([^》]{4,80})(?:>|》)|(?:现将|《)(?:《)?([^》]{4,80})》[^。]{0,30}(?:印发|已经)/.exec(
        words,
      )
    const title = match?.[1] ?? match?.[2]
    if (title) return title.replace(/^.*《/, '')
  }
  return null
}

/** Lines i..j that together read as the named title; word order and a 的 may differ. */
function standing(head: Head, title: string): Range | null {
  const key = title.replace(/[的《》\s]/g, '')
  for (let from = 0; from < head.lines.length; from++) {
    let joined = ''
    for (let to = from; to < Math.min(head.lines.length, from + 4); to++) {
      joined += head.words(head.lines[to])
      if (joined.length > title.length + 12) break
      if (joined.replace(/[的《》\s]/g, '') !== key) continue
      return { start: head.lines[from]?.start ?? 0, end: head.lines[to]?.end ?? 0 }
    }
  }
  return null
}

const NOTICE = /(?:通知|函)$/

/** Without a named title: the last title-like line before the text, the covering notice's passed over. */
function likelyTitle(head: Head, after: number, mayBeNotice: boolean): Range | null {
  const lines = head.lines.filter((p) => p.start >= after)
  const titled = (p: Paragraph) =>
    FINAL.test(head.words(p)) &&
    p.end - p.start <= 60 &&
    !/[。;]|>.+>/.test(head.words(p)) &&
    !PAGE_PATH.test(head.words(p)) &&
    !head.words(p).startsWith('附件')
  const plan = lines.find((p) => titled(p) && !NOTICE.test(head.words(p)))
  const found = plan ?? (mayBeNotice ? lines.find((p) => titled(p)) : undefined)
  if (!found) return null
  let from = found.index
  while (from > 0 && isTitlePart(head, head.tree.paragraphs[from - 1], after)) from--
  // 甲县人民政府 / 关于做好…的通知
  const above = head.tree.paragraphs[from - 1]
  if (above && above.start >= after && head.words(found).startsWith('关于') && isSigner(head, above)) from--
  return { start: head.tree.paragraphs[from]?.start ?? found.start, end: found.end }
}

/** A line that the title runs over from: short, without a stop, not a unit, a date or a number. */
function isTitlePart(head: Head, line: Paragraph | undefined, after: number): boolean {
  if (!line || line.start < after) return false
  const words = head.words(line)
  return (
    words.length >= 6 &&
    words.length <= 34 &&
    !/[。;:,)\d]$/.test(words) &&
    !looksLikeUnit(words) &&
    !NUMBER.test(words) &&
    dateOf(words) === null &&
    !FINAL.test(words) &&
    !PAGE_PATH.test(words) &&
    !/^(?:附件|来源|时间|发布|索引|发文|文号|主题|分类)/.test(words)
  )
}

/** The plan's title: as the covering notice names it, else the line that reads like one. */
export function titleRange(head: Head, after: number): Range | null {
  const named = namedTitle(head)
  return (
    (named ? standing(head, named) : null) ??
    likelyTitle(head, after, named === null) ??
    (after > 0 ? likelyTitle(head, 0, named === null) : null) ??
    inNotice(head, named) ??
    firstLine(head)
  )
}

/** The title as the notice quotes it, where the plan's own title line is missing. */
function inNotice(head: Head, named: string | null): Range | null {
  if (!named) return null
  const at = head.tree.text.indexOf(named)
  return at < 0 ? null : { start: at, end: at + named.length }
}

/** A title of no known kind: the first line of the head that has a title's length and no stop. */
function firstLine(head: Head): Range | null {
  const found = head.lines.slice(0, 6).find((line) => {
    const words = head.words(line)
    const plain = !/[。;:|]/.test(words) && !NUMBER.test(words) && dateOf(words) === null && !looksLikeUnit(words)
    return (
      words.length >= 8 &&
      words.length <= 60 &&
      plain &&
      !PAGE_PATH.test(words) &&
      !/^(?:附件|来源|时间|发布)/.test(words)
    )
  })
  return found ? { start: found.start, end: found.end } : null
}
