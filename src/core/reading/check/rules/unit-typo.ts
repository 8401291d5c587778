import type { CheckContext } from '../context/check-context.ts'
import type { UnitSpelling } from '../context/duties.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const SHORTEST = 5
/** A name written so many times more often is the right one. */
const COMMONER = 3
/** 公安局 and 公安分局, 供电公司 and 供电分公司 may be two bodies. */
const OWN_MEANING = /[分总支市区县省镇乡\d一二三四五六七八九十东南西北中新]/
/** Divisions of one body are often named alike: 种业管理处, 种植业管理处. */
const DIVISION = /[处科室股]$/
const LEVEL = /^[省市区县州旗]/

/** Names without one of their units: two names that share one differ by a single unit that was dropped. */
function* shortened(name: string): Generator<readonly [string, string]> {
  for (let at = 1; at < name.length - 1; at++) yield [name.slice(0, at) + name.slice(at + 1), name.charAt(at)]
}

/** 市城建设局 beside 市城建局: one unit more or less in a name that is written otherwise everywhere else. */
function typos(spellings: ReadonlyMap<string, UnitSpelling>): Hit[] {
  const hits: Hit[] = []
  for (const [name, long] of spellings) {
    if (name.length < SHORTEST || DIVISION.test(name)) continue
    for (const [rest, dropped] of shortened(name)) {
      const short = spellings.get(rest)
      if (!short || OWN_MEANING.test(dropped) || short.key === long.key) continue
      const [rare, common] = short.spans.length < long.spans.length ? [short, long] : [long, short]
      if (rare.spans.length > 2 || common.spans.length < rare.spans.length * COMMONER) continue
      hits.push(hit(rare, common, 'main'))
      break
    }
  }
  return hits
}

function hit(rare: UnitSpelling, common: UnitSpelling, message: string): Hit {
  return {
    message,
    places: [...rare.spans, ...common.spans.slice(0, 1)],
    detail: { rare: rare.name, common: common.name, commonTimes: common.spans.length },
  }
}

/** 地方金融监管局 among 省财政厅、省投资集团 where it is 省地方金融监管局 elsewhere. */
function lostLevels(context: CheckContext): Hit[] {
  const spellings = context.spellings()
  const levels = [...'省市区县州旗']
  const mixed = new Map<string, UnitSpelling>()
  for (const { duties } of context.reading.assignments) {
    const leveled = duties.map(({ unit }) => LEVEL.test(unit))
    duties.forEach(({ unit, role }, index) => {
      const goesOn = duties.slice(index + 1).some((other, at) => other.role === role && leveled[index + 1 + at])
      if (leveled[index] || !leveled[index - 1] || duties[index - 1]?.role !== role || !goesOn) return
      const own = spellings.get(unit.normalize('NFKC'))
      if (own && own.spans.length <= 2) mixed.set(unit, own)
    })
  }
  return [...mixed].flatMap(([unit, own]) => {
    const full = levels.map((level) => spellings.get(level + unit.normalize('NFKC'))).find((one) => one !== undefined)
    return full && full.spans.length > own.spans.length ? [hit(own, full, 'level')] : []
  })
}

/** A unit's name with a slip: one character too many or too few, or its level (省, 市) left out. */
export const unitTypo: PlanRule = {
  id: 'plan.unitTypo',
  severity: 'question',
  title: both('单位名称疑有笔误', 'A slip in a unit’s name'),
  why: both(
    '多写、漏写一字的单位名称会另立一家，任务就落到不存在的单位。',
    'A name with one character too many or too few makes a unit that does not exist, and the duty is lost with it.',
  ),
  messages: {
    main: {
      message: both(
        '“{rare}”疑为“{common}”（全文{commonTimes}处）之误。',
        '“{rare}” is probably “{common}” ({commonTimes}× in the text).',
      ),
      remedy: both('核对单位名称，改为一致。', 'Check the name and write it the same way throughout.'),
    },
    level: {
      message: both(
        '“{rare}”未写层级，别处为“{common}”。',
        '“{rare}” stands without its level; elsewhere it is “{common}”.',
      ),
      remedy: both('补上层级，写全称或统一简称。', 'Add the level, as elsewhere in the text.'),
    },
  },
  examples: {
    valid: [
      '一、任务\n1.甲事。抓甲事。（种业管理处牵头）\n2.乙事。抓乙事。（种植业管理处牵头）\n3.丙事。抓丙事。（种植业管理处牵头）\n4.丁事。抓丁事。（种植业管理处牵头）',
      '一、任务\n1.甲事。抓甲事。（市公安分局牵头，市财政局配合）\n2.乙事。抓乙事。（市公安局牵头，市财政局配合）\n3.丙事。抓丙事。（市公安局牵头，市财政局配合）\n4.丁事。抓丁事。（市公安局牵头，市财政局配合）',
      '一、任务\n1.甲事。抓甲事。（牵头单位：市林业局；责任单位：市发改委、生态环境局）\n2.乙事。抓乙事。（牵头单位：市生态环境局；责任单位：市发改委）\n3.丙事。抓丙事。（牵头单位：市生态环境局；责任单位：市发改委）',
    ],
    invalid: [
      '一、任务\n1.甲事。抓甲事。（市城建局牵头，市财政局配合）\n2.乙事。抓乙事。（市城建局牵头，市财政局配合）\n3.丙事。抓丙事。（市城建局牵头，市财政局配合）\n4.丁事。抓丁事。（市财政局牵头，⟦市城建设局⟧配合）',
      '一、任务\n1.甲事。抓甲事。（责任单位：省财政厅、省地方金融监管局）\n2.乙事。抓乙事。（责任单位：省财政厅、省地方金融监管局）\n3.丙事。抓丙事。（责任单位：省财政厅、⟦地方金融监管局⟧、省投资集团）',
    ],
  },
  check: (context) => [...typos(context.spellings()), ...lostLevels(context)],
}
