import type { CadencePeriod } from '../facts.ts'

/** What is done that often, as plans name it. */
export const ACT =
  '(?:监测预警|调度通报|通报排名|观摩评比|联席会议(?!办公室|成员)|调度会议?|推进会议?|专题会(?!商)议?|工作例会|实地督导|调度|通报|讲评|总评|曝光|填报|自查|排查|清理|会商|对账|对帐|交账|研判|汇总|汇报|报告|报表|分析|评估|核算|考核(?!办|领导小组|组)|考评(?!办|组)|督查(?!系统|平台|室|组)|督办(?!系统|平台|单)|晾晒|亮晒|点评|例会|报送|上报|报备|小结|总结|评价|监测|评比|评议|评选(?!先进)|研究|碰头|盘点|督导|检查|复盘|预警|推进(?!办|组|专班|机制|中心|委)|巡查|更新|公布|发布|通告|公示|述职|测评|排名|排位|观摩|拉练|约谈|销号|会议(?!办公室|成员)|反馈|梳理|抽查|核查|查账|探访|走访|暗访|演练|统计(?!局|部门|口径|数据|年鉴|公报|制度|指标)|巡检|跟踪|刊发)'
/** How often, as a beat says it. */
export const UNIT = '(?:双周|两周|半月|半个月|10天|十天|15天|日|天|周|旬|月度?|季度?|半年|年终|年末|年度?|全年)'
const PERIODS: Readonly<Record<string, CadencePeriod>> = {
  ...{
    日: 'day',
    天: 'day',
    周: 'week',
    双周: 'twoWeek',
    两周: 'twoWeek',
    '2周': 'twoWeek',
    半月: 'twoWeek',
    半个月: 'twoWeek',
    旬: 'dekad',
    '10天': 'dekad',
    十天: 'dekad',
    '15天': 'twoWeek',
    月: 'month',
    月度: 'month',
  },
  ...{ 季: 'quarter', 季度: 'quarter', 半年: 'halfYear', 年: 'year', 年度: 'year', 年终: 'year', 年末: 'year' },
  ...{ 全年: 'year' },
}

/** One beat of a rhythm, at a range of the view. */
export interface Beat {
  readonly at: number
  readonly end: number
  readonly period: CadencePeriod
  readonly act: string
}

/** The beat of a match; none where its period is unknown. A word that sets the beat to work (实行周调度) is no part of it. */
export function beat(
  match: RegExpMatchArray,
  start: number,
  period: string | undefined,
  act: string | undefined,
): Beat[] {
  const named = PERIODS[period ?? '']
  const opening = /^(?:“|实行|实施|坚持|建立|健全|落实|执行|推行|开展)?/.exec(match[0])?.[0].length ?? 0
  const at = start + (match.index ?? 0) + opening
  return named && act ? [{ at, end: at + match[0].length - opening, period: named, act }] : []
}

/** What a pattern's match says: its beats, if any. */
export type Reads = (match: RegExpExecArray, start: number, words: string) => Beat[]
