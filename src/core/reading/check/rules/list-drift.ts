import type { CheckContext } from '../context/check-context.ts'
import type { ListEntry, WordList } from '../context/lists.ts'
import type { Hit, PlanRule } from '../rule.ts'

const SHORTEST_ENTRY = 3
/** A twin holds at least this share of the longer list's entries, and at least this many. */
const TWIN = { share: 0.7, least: 4 }

function doubled(list: WordList): { first: ListEntry; second: ListEntry } | null {
  const seen = new Map<string, ListEntry>()
  for (const entry of list.entries) {
    const first = seen.get(entry.words)
    if (first && entry.words.length >= SHORTEST_ENTRY) return { first, second: entry }
    seen.set(entry.words, entry)
  }
  return null
}

/** The first entry carries words before the list, the last one words after it: they are the same where enough of them is. */
function same(a: string, b: string): boolean {
  if (a === b) return true
  const short = Math.min(a.length, b.length)
  const tail = commonTail(a, b)
  return tail >= 4 || (short >= 3 && tail === short) || (short >= 4 && (a.startsWith(b) || b.startsWith(a)))
}

function commonTail(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length))
    length++
  return length
}

function lost(list: WordList, twin: WordList): ListEntry[] {
  return twin.entries.filter((entry) => !list.entries.some((own) => same(own.words, entry.words)))
}

function isTwin(list: WordList, other: WordList): boolean {
  const common = other.entries.length - lost(list, other).length
  const distinct = new Set(list.entries.map((entry) => entry.words)).size
  return (
    common >= Math.min(TWIN.least, distinct) &&
    common >= 2 &&
    common >= Math.max(distinct, other.entries.length) * TWIN.share
  )
}

/** Lists under one entry that are looked at; in a text that repeats itself, the first of them say as much as all. */
const MOST_TWINS = 12
/** A list that has so many entries in common with another one may be its twin. */
const LEAST_COMMON = 2

/** Lists that share entries with a list, by an index of entries: near-linear. */
function twinFinder(lists: readonly WordList[]): (list: WordList) => WordList[] {
  const index = new Map<string, WordList[]>()
  for (const list of lists) {
    for (const { words } of list.entries) {
      const found = index.get(words)
      if (!found) index.set(words, [list])
      else if (found.length < MOST_TWINS && found[found.length - 1] !== list) found.push(list)
    }
  }
  return (list) => {
    const common = new Map<WordList, number>()
    for (const { words } of list.entries) {
      const found = index.get(words)
      if (!found || found.length < 2) continue
      for (const other of found) if (other !== list) common.set(other, (common.get(other) ?? 0) + 1)
    }
    return [...common].flatMap(([other, times]) => (times >= LEAST_COMMON ? [other] : []))
  }
}

function doubleHit(list: WordList, pair: { first: ListEntry; second: ListEntry }, twins: readonly WordList[]): Hit {
  const twin = twins.find(
    (other) =>
      doubled(other) === null &&
      isTwin({ ...list, entries: list.entries.filter((entry) => entry !== pair.second) }, other),
  )
  const missing = twin ? lost(list, twin)[0] : undefined
  const places = [pair.second.span, pair.first.span, ...(missing ? [missing.span] : [])]
  if (!missing || !twin) return { places, detail: { entry: pair.second.words } }
  return { places, message: 'twin', detail: { entry: pair.second.words, missing: missing.words, path: twin.path } }
}

function lostHits(list: WordList, twins: readonly WordList[]): Hit[] {
  const longer = twins.find(
    (other) =>
      other.entries.length === list.entries.length + 1 &&
      list.entries.length >= TWIN.least &&
      lost(list, other).length === 1 &&
      lost(other, list).length === 0,
  )
  const missing = longer ? lost(list, longer)[0] : undefined
  const own = list.entries[0]
  const end = list.entries[list.entries.length - 1]
  if (!longer || !missing || !own || !end) return []
  const detail = { missing: missing.words, path: longer.path }
  return [
    {
      places: [{ start: own.span.start, end: end.span.end }, missing.span],
      message: 'lost',
      severity: 'question',
      detail,
    },
  ]
}

function check(context: CheckContext): Hit[] {
  const lists = context.lists()
  const twinsOf = twinFinder(lists)
  return lists.flatMap((list) => {
    const pair = doubled(list)
    if (pair) return [doubleHit(list, pair, twinsOf(list))]
    return list.entries.length < TWIN.least ? [] : lostHits(list, twinsOf(list))
  })
}

/** An entry doubled in a list, or lost against the same list elsewhere. */
export const listDrift: PlanRule = {
  id: 'plan.listDrift',
  severity: 'error',
  title: { zh: '并列项重复或遗漏', en: 'An entry doubled or lost in a list' },
  why: {
    zh: '并列项写了两遍，往往是另一项被覆盖；同一清单前后项数不同，说明漏项。',
    en: 'An entry written twice has often replaced another; a list that is shorter than its twin has lost one.',
  },
  messages: {
    main: {
      message: { zh: '并列项“{entry}”写了两遍。', en: 'The list names “{entry}” twice.' },
      remedy: { zh: '删去一处，或改为漏写的一项。', en: 'Delete one, or put the entry that was meant.' },
    },
    twin: {
      message: {
        zh: '并列项“{entry}”写了两遍；{path}处的同一清单有“{missing}”，此处没有。',
        en: 'The list names “{entry}” twice; the same list under {path} has “{missing}”, which is missing here.',
      },
      remedy: { zh: '其中一处疑应为“{missing}”，请核对。', en: 'One of them should probably be “{missing}”.' },
    },
    lost: {
      message: {
        zh: '与{path}处的同一清单相比，此处少“{missing}”。',
        en: 'Against the same list under {path}, “{missing}” is missing here.',
      },
      remedy: { zh: '补上该项，或统一两处表述。', en: 'Add it, or make both lists say the same.' },
    },
  },
  examples: {
    valid: ['一、任务\n着力提升争资占比率、项目开工率、资金支付率、实物完成率。'],
    invalid: [
      '一、任务\n着力提升争资占比率、项目开工率、资金支付率、实物完成率。\n二、机制\n全力提升项目争资占比率、项目开工率、⟦项目开工率⟧、实物完成率。',
      '一、任务\n聚焦食品加工、新材料、装备制造、文化旅游、现代物流等产业。\n二、机制\n⟦围绕食品加工、新材料、装备制造、文化旅游⟧等产业招商。',
    ],
  },
  check,
}
