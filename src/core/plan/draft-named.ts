import { dec, decimalText, withoutWhitespace } from '#core/kit'
import type { NamedFact, PolicyFact } from '#core/reading'
import type { DraftContext } from './draft-context.ts'
import { timeNodesWithin } from './time-nodes.ts'
import type { PolicyItem, ProjectItem, TaskItem } from './types.ts'

/** A named project, with the duties of the task that it stands in. */
export function projectItem(context: DraftContext, fact: NamedFact, task: TaskItem | undefined): ProjectItem {
  return {
    ...sharedParts(context, fact, task),
    kind: 'project',
    investment: investmentOf(context, fact),
    stage: 'reserve',
  }
}

/** A named policy to obtain, make or deliver. */
export function policyItem(context: DraftContext, fact: PolicyFact, task: TaskItem | undefined): PolicyItem {
  return {
    ...sharedParts(context, fact, task),
    ...{
      kind: 'policy',
      action: fact.action,
      document: null,
      body: null,
      amount: null,
      beneficiaries: null,
      stage: '',
    },
  }
}

function sharedParts(context: DraftContext, fact: NamedFact, task: TaskItem | undefined) {
  return {
    itemId: context.newId(),
    campaignNo: task?.campaignNo ?? context.campaignOf(fact),
    path: fact.path,
    title: fact.title,
    sentence: fact.span,
    quote: fact.quote,
    duties: task?.duties ?? [],
    openList: task?.openList ?? false,
    leaderInCharge: task?.leaderInCharge ?? null,
    responsiblePerson: null,
    timeNodes: timeNodesWithin(context.reading, clauseAround(context.reading.text, fact)),
    frequency: context.collecting,
  }
}

/** From the last stop before the words to the next one after them: where the date and the money of a project stand. */
function clauseAround(text: string, { span }: NamedFact): { start: number; end: number } {
  let start = span.start
  while (start > 0 && !/[，。；,;\n]/.test(text[start - 1] ?? '')) start -= 1
  const stop = text.slice(span.end).search(/[，。；,;\n]/)
  return { start, end: stop < 0 ? text.length : span.end + stop }
}

/** 总投资8.6亿元的青澜港二期 → 86000 (万元); null where no sum stands in the clause. */
function investmentOf(context: DraftContext, fact: NamedFact): string | null {
  const { start, end } = clauseAround(context.reading.text, fact)
  const words = withoutWhitespace(context.reading.text.slice(start, end))
  const [, figure, magnitude] = /投资(?:额)?(?:约|达)?(\d+(?:\.\d+)?)(亿|万)元/.exec(words) ?? []
  if (figure === undefined) return null
  return decimalText(magnitude === '亿' ? dec(figure).times(10_000) : dec(figure))
}
