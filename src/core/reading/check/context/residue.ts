import type { Span } from '#core/kit'

/** What a scraped page left around the text of a plan. */
export interface Residue {
  readonly spans: readonly Span[]
  /** Whether an offset lies in one of them. */
  readonly holds: (at: number) => boolean
}

const PAGE =
  /^[ \t\u3000]*(?:(?:阅读|浏览|点击)(?:次数|量)?[:：].*|字号[:：].*|【?(?:打印|收藏|关闭|下载|全屏|加大|还原|减小|大|中|小)】?[ \t]*|【?字号[:：].*|[【】]+[ \t]*|.{0,6}(?:打印本页|关闭窗口|分享(?:至|到)[:：]?).*|[ \t\u3000]*【法宝引证码】.*|原文链接[:：].*|相关(?:报道|附件|链接|阅读)[:：]?.*|(?:责任编辑|归档时间|信息来源|索引号|主题分类)[:：].*|已归档|来源[:：].{2,30}(?:时间[:：].*)?|扫一扫.*|当前位置[:：].*|首页[ \t]*>.*)$|（(?:下转|紧接|上接)第[一二三四五六七八九十\d]+版）/gm

/** Finds the remains of a web page or newspaper: counters, font sizes, print buttons, 下转第四版. */
export function residueOf(text: string): Residue {
  const spans: Span[] = []
  for (const match of text.matchAll(PAGE)) {
    const start = match.index + (match[0].length - match[0].trimStart().length)
    spans.push({ start, end: match.index + match[0].length })
  }
  return {
    spans,
    holds: (at) => spans.some((span) => span.start <= at && at < span.end),
  }
}
