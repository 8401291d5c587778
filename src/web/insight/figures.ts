import { dec, periodWords, parsePeriod } from '#core/kit'
import type { WallItem } from '#adapters/http/contract/insight'
import type { Language } from '#web/kit'
import { groupDigits } from '#web/ui'

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '~': '≈' }

/** A share as whole per cent: 0.4333 → 43 %. */
export function percent(share: string): string {
  return `${dec(share).times(100).toDecimalPlaces(0).toFixed()}%`
}

/** A decimal for reading: at most two places, thousands apart. */
export function shown(value: string): string {
  return groupDigits(dec(value).toDecimalPlaces(2).toFixed())
}

/** A target as one short text: ≥60个, 2—3条. */
export function targetText(target: NonNullable<WallItem['target']>): string {
  if (target.value === null) return ''
  const range = target.valueHigh === null ? shown(target.value) : `${shown(target.value)}—${shown(target.valueHigh)}`
  return `${signs[target.op] ?? ''}${range}${target.unit}`
}

/** What people call a period, in the reader's language; an unknown id stays as it is. */
export function periodName(id: string, language: Language): string {
  const period = parsePeriod(id)
  return period ? periodWords(period)[language] : id
}

/** A moment as day and time in the region's zone. */
export function momentText(instant: string, language: Language, timeZone = 'Asia/Shanghai'): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const format = {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return new Intl.DateTimeFormat(locale, format).format(new Date(instant))
}
