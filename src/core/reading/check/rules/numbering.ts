import { groupBy, parseChineseNumber } from '#core/kit'
import type { HeadingFact } from '../../facts.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

interface Numbered {
  readonly heading: HeadingFact
  readonly number: number
}

/** 一, (二), 3, ⑷, 第五条 as numbers; null for items that the text does not number. */
function numberOf({ ordinal, implied }: HeadingFact): number | null {
  if (implied.includes('ordinal')) return null
  const circled = ordinal.charCodeAt(0) - 0x2460
  if (ordinal.length === 1 && circled >= 0 && circled < 20) return circled + 1
  const core = ordinal.replace(/^第|[章节条篇编]$|部分$/g, '').replace(/[（()）]/g, '')
  if (/^\d{1,3}$/.test(core)) return Number(core)
  return parseChineseNumber(core)
}

/** Sort of number: items of two sorts under one heading are counted apart. */
function sortOf({ rule, ordinal }: HeadingFact): string {
  return `${rule}${/^[（(]/.test(ordinal) ? '(' : ''}${/\d/.test(ordinal) ? 'd' : 'h'}`
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function step(before: Numbered, own: Numbered): Hit | null {
  if (own.number === before.number + 1 || (own.number === 1 && before.number > 1)) return null
  const detail = { own: own.heading.ordinal, before: before.heading.ordinal, expected: before.number + 1 }
  const places = [own.heading.span, before.heading.span]
  if (own.number === before.number) return { places, detail, message: 'repeat' }
  return { places, detail, message: own.number > before.number ? 'gap' : 'back', severity: 'question' }
}

function series(siblings: readonly HeadingFact[]): Hit[] {
  const numbered = siblings.flatMap((heading) => {
    const number = numberOf(heading)
    return number === null ? [] : [{ heading, number }]
  })
  return numbered.slice(1).flatMap((own, index) => {
    const before = numbered[index]
    return before ? (step(before, own) ?? []) : []
  })
}

/** Numbers of items that repeat or leave a gap. */
export const numbering: PlanRule = {
  id: 'plan.numbering',
  severity: 'error',
  title: both('序号重复或跳号', 'A number repeated or left out'),
  why: both(
    '序号重复、跳号，引用“第（三）项”时指向不明，也常是删改留下的痕迹。',
    'A repeated or missing number makes references ambiguous; it is often the trace of a deletion.',
  ),
  messages: {
    repeat: {
      message: both('序号“{own}”与前一项重复。', 'The number “{own}” repeats that of the item before.'),
      remedy: both('顺次改号。', 'Renumber.'),
    },
    gap: {
      message: both('序号由“{before}”跳到“{own}”。', 'The number jumps from “{before}” to “{own}”.'),
      remedy: both('核对是否漏项，或顺次改号。', 'See whether an item is missing, or renumber.'),
    },
    back: {
      message: both('序号“{own}”排在“{before}”之后。', 'The number “{own}” follows “{before}”.'),
      remedy: both('核对次序与序号。', 'Check order and numbers.'),
    },
  },
  examples: {
    valid: [
      '一、任务\n（一）甲事。抓甲事落实。\n（二）乙事。抓乙事落实。\n二、保障\n（一）丙事。抓丙事落实。',
      '一、任务\n（一）甲事\n1.抓甲事的一项。\n2.抓甲事的二项。\n（二）乙事\n3.抓乙事的一项。',
    ],
    invalid: [
      '一、任务\n（一）甲事。抓甲事落实。\n⟦（一）乙事⟧。抓乙事落实。',
      '一、任务\n（一）甲事。抓甲事落实。\n（二）乙事。抓乙事落实。\n⟦（四）丁事⟧。抓丁事落实。',
    ],
  },
  check: ({ reading }) =>
    [...groupBy(reading.headings, (one) => `${parentOf(one.path)}|${sortOf(one)}`).values()]
      .filter((siblings) => siblings[0]?.rule !== 'heading.annex')
      .flatMap(series),
}
