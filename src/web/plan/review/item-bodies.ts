import type { WireBody, WireItem, WireTarget } from '#adapters/http/contract/plan'
import type { Range } from './text-segments.ts'

type Kind = WireItem['kind']

const plainTarget: Omit<WireTarget, 'subject' | 'due'> = {
  ...{ kind: 'level', op: '>=', value: null, valueHigh: null, unit: '', commitment: 'firm', measure: 'flow' },
  ...{ baseline: null, relativeTo: null },
}

/** A new item from a stretch of text, or from nothing. */
export function newItem(
  kind: Kind,
  year: number | null,
  from: { text: string; range: Range | null; title: string },
): WireBody {
  const base = {
    ...{ itemId: '', campaignNo: null, path: '', sentence: from.range, duties: [], openList: false },
    ...{ leaderInCharge: null, responsiblePerson: null, timeNodes: [], frequency: 'month' as const },
    title: from.title,
    quote: from.text.replace(/\s+/g, ''),
  }
  return { kind: 'item', body: asKind({ ...base, kind: 'task' }, kind, year) }
}

/** The same item as another kind: what both have stays, the rest is a default to be filled in. */
export function asKind(item: WireItem, kind: Kind, year: number | null): WireItem {
  if (item.kind === kind) return item
  const { itemId, campaignNo, path, title, sentence, alsoAt, quote, duties } = item
  const { openList, leaderInCharge, responsiblePerson, timeNodes, frequency } = item
  const base = {
    ...{ itemId, campaignNo, path, title, sentence, quote, duties, openList, leaderInCharge, responsiblePerson },
    ...{ timeNodes, frequency, ...(alsoAt ? { alsoAt } : {}) },
  }
  switch (kind) {
    case 'task':
      return { ...base, kind }
    case 'project':
      return { ...base, kind, investment: null, stage: 'reserve' }
    case 'policy':
      return { ...base, kind, action: 'make', document: null, body: null, amount: null, beneficiaries: null, stage: '' }
    case 'indicator': {
      const target = { ...plainTarget, subject: title, due: year === null ? '' : `${year}-12-31` }
      const figures = { accumulation: 'yearToDate', origin: 'own', trajectory: { kind: 'linear' } } as const
      return { ...base, kind, target, ...figures, taskId: null, measureConfirmed: false }
    }
  }
}
