import { addDays } from '#core/kit'

/** 2026-03-01 至 2026-06-30; the end is said as the last day on which it holds. Empty where nothing is said of either side. */
export function daysText(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  t: (key: 'since' | 'until' | 'sinceUntil', values: Record<string, string>) => string,
): string {
  const last = until === null ? null : addDays(until, -1)
  if (from !== null && last !== null) return t('sinceUntil', { from, until: last })
  if (last !== null) return t('until', { until: last })
  return from === null ? '' : t('since', { from })
}
