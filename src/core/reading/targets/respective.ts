import type { Figure } from '../figures/figures.ts'
import type { FoundIndicator, ReadingContext } from '../kernel.ts'
import { quoteOf } from '../tree/tree.ts'
import { operatorOf } from './commitment.ts'
import type { LeftSide } from './left.ts'
import type { Thread } from './subject.ts'

type Part = Pick<
  FoundIndicator,
  'op' | 'subject' | 'value' | 'valueHigh' | 'unit' | 'figureAt' | 'figureEnd' | 'at' | 'end'
>

const BETWEEN = /^(?:的[^、,;]{0,12})?[、,]?(?:和|及|与|以及|达到|提高到)?(?:每[人户亩](?:每[年月天])?)?$/

/** Figures that follow each other with only 、 or 和 between: 15%和18%. */
function run(text: string, figures: readonly Figure[]): Figure[] {
  const found: Figure[] = []
  for (const figure of figures) {
    const last = found[found.length - 1]
    if (last && !BETWEEN.test(text.slice(last.to, figure.from))) break
    found.push(figure)
  }
  return found
}

/** 普及率, 涉及面: 及 inside a word. */
const INSIDE = /[惠涉普触波兼顾危遍]/

/** Cuts the words before 分别 into as many subjects as there are figures; null where they do not match. */
function subjects(text: string, left: LeftSide, count: number): { start: number; end: number }[] | null {
  const found: { start: number; end: number }[] = []
  let from = left.subjectStart
  for (let at = left.subjectStart; at <= left.subjectEnd; at++) {
    const mark = text.charAt(at)
    const isMark =
      mark === '、' || (at > from && ('和与'.includes(mark) || (mark === '及' && !INSIDE.test(text.charAt(at - 1)))))
    const cut = at === left.subjectEnd || isMark
    if (!cut) continue
    if (at > from) found.push({ start: from, end: at })
    from = at + 1
  }
  return found.length === count ? withoutDates(text, found) : null
}

const DATE = /(?:20\d\d年|\d{1,2}月)(?:底|末|中旬|\d{1,2}日)?前?$/

/** 投资进度3月底、6月底、9月底分别达到…: one subject at several dates. */
function withoutDates(text: string, parts: { start: number; end: number }[]): { start: number; end: number }[] {
  const [first, ...others] = parts
  const dates = others.every(({ start, end }) => DATE.exec(text.slice(start, end))?.index === 0)
  const date = first && dates ? DATE.exec(text.slice(first.start, first.end)) : null
  if (!first || !date || date.index === 0) return parts
  const subject = { start: first.start, end: first.start + date.index }
  return parts.map(() => subject)
}

/** 20个、10个百分点: an earlier bare 个 takes the unit of the last figure. */
function unitOf(figure: Figure, last: Figure): string {
  return figure.unit === '个' && last.unit.endsWith('百分点') ? last.unit : figure.unit
}

/** What a list of things ends with when all share it: 氮氧化物、氨氮排放总量, 绿色防控、统防统治覆盖率. */
const SHARED =
  /(?:排放总量|排放量|(?:重点工程)?减排量|总额|使用比例|使用量|(?:患者|人员|生活污水|良种|综合|规范|健康|集中|有效|安全|按期|及时|无害化|资源化|数字化){0,3}[\u4e00-\u9fff]{2}率|比重|占比|比例|标准|(?:年均|平均)?浓度|强度|总量|(?:产业|集群|行业|园区|产业链)(?:总?产值|增加值|营业收入)|总产值|产值|增加值|营业收入|产量|(?:种植|养殖|播种|建筑|绿化|栽培|造林)?面积|规模|可支配收入|收入|支出|余额|增速|投资|成本|数量|人数|起数|时间|时限|补贴|参保人数)$/
const LISTED =
  /(?:等\d*[个项家类种]?|(?<=.)(?:[两二三四五六七八九十]大|[两二三四五六七八九十\d]{1,2}条(?=产业链|链)))(?:主要|重点)?(?:污染物|产品|作物|领域|区域|地区|城市|县区?|人群|(?=产业|行业|集群))?([^等]{2,20})$/

/** Words of two letters that say which: 城镇、农村居民人均可支配收入, 散居和集中养育孤儿补贴标准, 第二、第三产业增加值, 进口、出口通关时间. */
const WHICH =
  /^(?:进口|出口|设立|变更|注销|新建|改建|国控|省控|市控|城镇|农村|城市|乡村|全体|城乡|散居|集中|分散|第[一二三]|(?:国家|[省市县区])级?)$/

/** 甲县、乙区规上工业增加值: places share what is measured in them. */
const PLACE = /^[\u4e00-\u9fff]{1,4}?[县区市镇](?![民场域级政])/

/** How many letters of the last name stand for the name: all behind them is shared. 大型水库、大型灌区数字孪生覆盖率 run alike. */
function standsFor(name: string, last: string): number {
  if (WHICH.test(name) && WHICH.test(last.slice(0, name.length)) && last.length > name.length + 2) return name.length
  const place = PLACE.exec(name)?.[0] === name ? (PLACE.exec(last)?.[0].length ?? 0) : 0
  if (place > 0 && last.length > place + 2) return place
  const alike =
    /^[\u4e00-\u9fff]{3,}$/.test(name) && last.length - name.length > 1 && name.slice(0, 2) === last.slice(0, 2)
  return alike && !SHARED.test(name) && SHARED.test(last) ? name.length : 0
}

/** Gives the last name's tail to the names before it: 氮氧化物 → 氮氧化物排放总量, 城镇 → 城镇居民人均可支配收入. */
function completed(names: readonly string[]): string[] {
  const last = names[names.length - 1] ?? ''
  const listed = LISTED.exec(last)?.[1]
  const tail = listed ?? SHARED.exec(last)?.[0] ?? ''
  return names.map((name, index) => {
    if (listed !== undefined)
      return (index === names.length - 1 ? name.slice(0, LISTED.exec(name)?.index) : name) + tail
    const stands = index < names.length - 1 ? standsFor(name, last) : 0
    if (stands > 0) return name + last.slice(stands)
    return tail === '' || name.endsWith(tail) || SHARED.test(name) ? name : name + tail
  })
}

/** 城乡居民收入分别增长7%和8%: 城乡 names two. */
function townAndCountry(subject: string): string[] | null {
  if (!subject.startsWith('城乡')) return null
  const rest = subject.slice(2)
  return [`${/^(?:低保|特困|最低)/.test(rest) ? '城市' : '城镇'}${rest}`, `农村${rest}`]
}

/** A、B分别达到X、Y: one part for each figure; `before` are the names of an earlier such list (到2027年,分别达到…). Empty where the numbers of subjects and figures differ and one figure stands alone. */
export function respectiveSubjects(
  { tree }: ReadingContext,
  figures: readonly Figure[],
  left: LeftSide,
  thread: Pick<Thread, 'several' | 'subject' | 'label'>,
): Part[] {
  const { several: before } = thread
  const list = run(tree.text, figures)
  const last = list[list.length - 1]
  if (list.length < 2 || !last) return []
  const named = subjects(tree.text, left, list.length)
  const whole = quoteOf(tree, left.subjectStart, left.subjectEnd)
  const split = list.length === 2 ? townAndCountry(whole || thread.subject || thread.label) : null
  const names = named ? completed(named.map(({ start, end }) => quoteOf(tree, start, end))) : (split ?? [])
  const shared = list.slice(0, -1).every((figure) => figure.suffix === '') ? last.suffix : ''
  const carried = whole === '' && before.length >= list.length ? before.slice(-list.length) : []
  return list.map((figure, index) => {
    return {
      subject: names[index] ?? carried[index] ?? (whole || thread.subject || thread.label),
      value: figure.value,
      valueHigh: figure.valueHigh,
      op: operatorOf({ ...figure, suffix: figure.suffix || shared }, left.verb, left.verbText),
      unit: unitOf(figure, last),
      figureAt: figure.from,
      figureEnd: figure.to,
      at: left.quoteStart,
      end: last.to,
    }
  })
}
