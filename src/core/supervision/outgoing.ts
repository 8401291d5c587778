import { groupBy } from '#core/kit'
import { automaticLevels } from './escalation.ts'
import type { AutomaticLevel } from './escalation.ts'
import type { NoticeMatter } from './due-notices.ts'

/** One line of what leaves the house: a unit, a level, how many things. */
export interface OutgoingLine {
  readonly unitName: string
  readonly level: AutomaticLevel
  readonly count: number
}

/**
 * What leaves the house by mail, webhook or chat robot. It names units, levels and counts and nothing else: titles, figures and words of
 * people stay inside (product.md, Nothing leaves unseen).
 */
export interface OutgoingContent {
  readonly regionName: string
  readonly moment: string
  readonly level: AutomaticLevel
  readonly lines: readonly OutgoingLine[]
}

const levelWords: Readonly<Record<AutomaticLevel, string>> = { reminder: '提醒', urging: '催办', warning: '警示' }

/** What may leave of a message: its matters added up by unit and level, hardest first. */
export function outgoingOf(
  regionName: string,
  notice: { readonly moment: string; readonly level: AutomaticLevel; readonly matters: readonly NoticeMatter[] },
): OutgoingContent {
  const groups = groupBy(notice.matters, ({ unitName, level }) => `${automaticLevels.indexOf(level)} ${unitName}`)
  const lines = [...groups.values()].flatMap((matters) => {
    const [first] = matters
    if (!first) return []
    const count = matters.reduce((sum, matter) => sum + matter.count, 0)
    return [{ unitName: first.unitName, level: first.level, count }]
  })
  const hardest = (line: OutgoingLine): number => -automaticLevels.indexOf(line.level)
  return {
    ...{ regionName, moment: notice.moment, level: notice.level },
    lines: lines.toSorted((a, b) => hardest(a) - hardest(b) || b.count - a.count),
  }
}

/** The message as text: 【催办】青澜区 3项待办, then a line per unit. */
export function outgoingText({ regionName, level, lines }: OutgoingContent): {
  readonly title: string
  readonly text: string
} {
  const all = lines.reduce((sum, line) => sum + line.count, 0)
  const rows = lines.map(({ unitName, level: own, count }) => `${levelWords[own]}：${unitName}，${count}项`)
  return {
    title: `【${levelWords[level]}】${regionName}挂图：${all}项待办`,
    text: [...rows, '详情请登录挂图查看。'].join('\n'),
  }
}
