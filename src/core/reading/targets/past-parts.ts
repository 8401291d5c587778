import type { PlanTree } from '../tree/tree.ts'

const PAST_TITLE =
  /回顾|发展基础|现状|面临(?:的)?形势|发展成效|工作总结|主要成效|取得的?成(?:效|绩|就)|建设基础|工作基础|过去(?:一年|五年)|发展环境/
const GLOSSARY_TITLE = /名词解释|注释|术语|解读|附则/

/** Ranges under headings that tell of the past or explain words: figures there promise nothing. */
export function pastRanges(tree: PlanTree): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (const heading of tree.headings) {
    const last = ranges[ranges.length - 1]
    if (last && heading.start < last.end) continue
    const title = tree.text.slice(heading.node.titleStart, heading.node.titleEnd)
    if (PAST_TITLE.test(title) || GLOSSARY_TITLE.test(title))
      ranges.push({ start: heading.start, end: heading.scopeEnd })
  }
  return ranges
}

/** Whether an offset lies in one of the ranges (which are in order). */
export function inRanges(ranges: readonly { readonly start: number; readonly end: number }[], at: number): boolean {
  return ranges.some((range) => at >= range.start && at < range.end)
}
