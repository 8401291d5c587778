import type { Act, ActRule } from '#adapters/http/contract/reporting'

export const acts: readonly Act[] = ['dispatch', 'reconciliation', 'circular', 'briefing', 'monthlyReport', 'review']
export const kinds = ['day', 'week', 'twoWeek', 'dekad', 'month', 'quarter', 'halfYear', 'year'] as const

/** One act as it is being typed: all fields are text until it is sent. */
export interface ActDraft {
  readonly on: boolean
  readonly periodKind: ActRule['periodKind']
  readonly months: string
  readonly anchor: string
  readonly dueWorkdays: string
  readonly dueHour: string
  readonly cutOffDay: string
  readonly goesTo: string
}

export type ActDrafts = Readonly<Record<Act, ActDraft>>

const off: ActDraft = {
  ...{ on: false, periodKind: 'month', months: '', anchor: '', dueWorkdays: '1', dueHour: '18', cutOffDay: '' },
  goesTo: '',
}

/** The acts that are set, and every other switched off. */
export function draftsOf(set: readonly { readonly act: Act; readonly rule: Partial<ActRule> }[]): ActDrafts {
  const draft = (act: Act): ActDraft => {
    const rule = set.find((one) => one.act === act)?.rule
    if (!rule) return off
    return {
      on: true,
      periodKind: rule.periodKind ?? off.periodKind,
      months: rule.months?.join('、') ?? '',
      anchor: rule.anchor ?? '',
      dueWorkdays: String(rule.dueWorkdays ?? 1),
      dueHour: String(rule.dueHour ?? 18),
      cutOffDay: rule.cutOffDay == null ? '' : String(rule.cutOffDay),
      goesTo: rule.goesTo ?? '',
    }
  }
  return Object.fromEntries(acts.map((act) => [act, draft(act)])) as Record<Act, ActDraft>
}

/** Kinds whose last month can have a cut-off day. */
export const hasCutOff = (kind: ActRule['periodKind']): boolean =>
  ['month', 'quarter', 'halfYear', 'year'].includes(kind)

/** What is sent: the acts that are switched on, each with the fields of its kind. */
export function wantedActs(drafts: ActDrafts): { act: Act; rule: ActRule }[] {
  return acts
    .filter((act) => drafts[act].on)
    .map((act) => {
      const { periodKind, months, anchor, dueWorkdays, dueHour, cutOffDay, goesTo } = drafts[act]
      return {
        act,
        rule: {
          periodKind,
          months: periodKind === 'month' ? (months.match(/\d+/g) ?? []).map(Number) : [],
          anchor: periodKind === 'twoWeek' && anchor !== '' ? anchor : null,
          dueWorkdays: Number(dueWorkdays),
          dueHour: Number(dueHour),
          cutOffDay: hasCutOff(periodKind) && cutOffDay !== '' ? Number(cutOffDay) : null,
          goesTo: goesTo.trim(),
        },
      }
    })
}

/** Rhythms that plans prescribe in these words; each can be changed before it is set up. */
export const presets = {
  dekadMonthQuarter: [
    { act: 'dispatch', rule: { periodKind: 'dekad' } },
    { act: 'circular', rule: { periodKind: 'month', dueWorkdays: 5 } },
    { act: 'review', rule: { periodKind: 'quarter', dueWorkdays: 10 } },
  ],
  dekadBriefing: [
    { act: 'dispatch', rule: { periodKind: 'dekad' } },
    { act: 'briefing', rule: { periodKind: 'dekad', dueWorkdays: 3 } },
    { act: 'monthlyReport', rule: { periodKind: 'month', dueWorkdays: -1, cutOffDay: 25 } },
  ],
  weekly: [
    { act: 'dispatch', rule: { periodKind: 'week' } },
    { act: 'reconciliation', rule: { periodKind: 'twoWeek', dueWorkdays: 2 } },
    { act: 'circular', rule: { periodKind: 'twoWeek', dueWorkdays: 3 } },
  ],
  monthly: [
    { act: 'dispatch', rule: { periodKind: 'month', dueWorkdays: 3 } },
    { act: 'review', rule: { periodKind: 'quarter', dueWorkdays: 10 } },
  ],
  fixedMonths: [{ act: 'circular', rule: { periodKind: 'month', months: [3, 9], dueWorkdays: 5 } }],
} as const satisfies Record<string, readonly { readonly act: Act; readonly rule: Partial<ActRule> }[]>

export type Preset = keyof typeof presets
export const presetNames = Object.keys(presets) as readonly Preset[]
