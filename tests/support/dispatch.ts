import type { ActRule, WantedAct } from '#core/reporting'

/** The rule of an act: one working day after its period at 18:00, unless said otherwise. */
export function actRule(rule: Partial<ActRule> = {}): ActRule {
  return {
    ...{ periodKind: 'dekad', months: [], anchor: null, dueWorkdays: 1, dueHour: 18, cutOffDay: null, goesTo: '' },
    ...rule,
  }
}

/** A dispatch alone, without any act that reads. */
export function dispatch(rule: Partial<ActRule> = {}): WantedAct[] {
  return [{ act: 'dispatch', rule: actRule(rule) }]
}

/** All of a plan. */
export const wholePlan = { campaignNo: null, list: null } as const
