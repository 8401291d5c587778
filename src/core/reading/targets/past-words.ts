const OPENS_PAST =
  /^(?:[^,;\d]{0,4}?)(?:截至|截止|(?<![比较])(?:去年|上年)(?:以来|[全我][省市县区]|结余|结转|底|末|,|共|累计|完成|实现|新增|新建|建成|引进|培育|增长|达到|突破|$)|目前|近年来|现有|共有|现辖|下辖|辖(?!区)|近[一二三两\d]+年|过去|前(?:[一二三两]个?季度|\d{1,2}个?月))/
const SINCE = /^[^,;]{0,14}以来/
/** Without one of these words a segment tells of the time that the one before it told of. */
const TELLS_TIME =
  /20\d\d年|以来|今年|明年|力争|争取|确保|计划|预计到|全年|下一步|未来|本年|截至|截止|去年|上年|目前|近年来|[现共]有|[现下]辖|辖|近[一二三两\d]|过去|前[一二三两\d]{1,2}个?[季月]/
const OPENS_FUTURE = /^(?:[^,;\d]{0,6}?)(?:到20\d\d年|今年|明年|力争|争取|确保|计划|预计到|全年|下一步|未来|本年)/
const WHICH_SINCE = /^20\d\d年以来(?:签约|引进|开工|立项|出让|批准|新建|建成)的/
const TOLD_ON = /^全年(?!力争|争取|确保|计划|预计|目标|安排)/
const OPENS_YEAR = /^(?:其中|全[省市区县]|我[省市区县])?,?(?:20\d\d年?[、和至—-])*(20\d\d)年(?:(?:年?[底末])?前)?/

/**
 * Whether the words of a segment tell of the past, given what the segment before it told of: 2024年完成投资12亿元,增长8% in
 * a plan of 2025 promises nothing, nor does 截至2024年底,建成5个. `year` is the plan's, null where unknown.
 */
export function tellsOfPast(words: string, before: boolean, year: number | null): boolean {
  if (!TELLS_TIME.test(words)) return before
  // 2024年以来签约的项目6月底前注册率达到100%: which projects; 2023年增长9%;全年查办案件70件: the same year.
  if (WHICH_SINCE.test(words) || (before && TOLD_ON.test(words))) return before
  const dated = OPENS_YEAR.exec(words)
  if (dated) return year !== null && Number(dated[1]) < year && !dated[0].endsWith('前')
  if (SINCE.test(words)) return true
  if (OPENS_FUTURE.test(words)) return false
  return before || OPENS_PAST.test(words)
}
