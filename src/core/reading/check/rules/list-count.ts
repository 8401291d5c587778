import { parseChineseNumber } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** After a list that 等 does not leave open: 五大产业, 3个平台. */
const COUNT =
  /^([二两三四五六七八九十]{1,2}|[2-9]|1\d)(?:大|个|项|类)(?:优势|重点|主要|特色|产业|领域|方面|行动|工程|平台|片区|体系|专区|板块|环节|区域|园区|工作|支柱|主导|千亿|百亿|新兴|传统|关键|攻坚|战役)/

function numberOf(words: string): number {
  return /\d/.test(words) ? Number(words) : (parseChineseNumber(words.replace('两', '二')) ?? Number.NaN)
}

function check({ lists, text }: CheckContext): Hit[] {
  return lists().flatMap((list): Hit[] => {
    const [first, last] = [list.entries[0], list.entries[list.entries.length - 1]]
    if (!first || !last) return []
    const tail = text.slice(last.span.start, last.span.end)
    const at = tail.search(/(?:[二两三四五六七八九十]{1,2}|[2-9]|1\d)(?:大|个|项|类)(?:[\u4e00-\u9fff]{2})/)
    if (at < 2) return []
    const counted = COUNT.exec(tail.slice(at))
    const stated = counted?.[1] ? numberOf(counted[1]) : Number.NaN
    const named = list.entries.length
    // 和, 与 and 及 inside a name may join two entries or stand within one.
    const joints = list.entries.filter(({ words }) => /.[和与及]./.test(words)).length
    if (Number.isNaN(stated) || tail.includes('等') || (stated >= named - 1 && stated <= named + joints)) return []
    if (Math.abs(stated - named) > named / 2) return []
    return [{ places: [{ start: first.span.start, end: last.span.end }], detail: { stated, named } }]
  })
}

/** A list with more or fewer entries than the number behind it says. */
export const listCount: PlanRule = {
  id: 'plan.listCount',
  severity: 'question',
  title: both('列举项数与所称数目不符', 'A list that does not have as many entries as it says'),
  why: both(
    '称“五大”而只列四项（或列了六项），不是漏项就是数目未改。',
    'Five are announced and four are named: an entry is missing, or the number was not changed.',
  ),
  messages: {
    main: {
      message: both('此处称{stated}项，实列{named}项。', '{stated} are announced here, {named} are named.'),
      remedy: both('补上漏项或改正数目。', 'Add what is missing, or correct the number.'),
    },
  },
  examples: {
    valid: ['一、任务\n做强食品加工、新材料、装备制造、文化旅游四大优势产业。'],
    invalid: ['一、任务\n⟦做强食品加工、新材料、装备制造、文化旅游六大优势产业⟧。'],
  },
  check,
}
