import { localDateAt } from './local-date.ts'

/** In which language a date is said, in which zone a moment is told, and which year goes without saying. */
export interface SpokenIn {
  readonly language: 'zh' | 'en'
  readonly timeZone: string
  /** Null where nobody knows which year the reader has: then every day is said with its own. */
  readonly year: string | null
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/**
 * A local date or an instant (ISO 8601) as people of the region say it, the present year left out: 4月10日, 4月10日 17:00,
 * 2025年12月31日; 10 Apr, 10 Apr, 17:00, 31 Dec 2025. Any other text stays as it is.
 */
export function spokenDate(value: string, { language, timeZone, year }: SpokenIn): string {
  const isDay = DAY.test(value)
  if ((!isDay && !MOMENT.test(value)) || Number.isNaN(Date.parse(value))) return value
  const [style, zone, day] = isDay
    ? (['day', 'UTC', value] as const)
    : (['moment', timeZone, localDateAt(value, timeZone)] as const)
  return formatOf({ language, style, zone, withYear: !day.startsWith(`${year}-`) }).format(new Date(value))
}

interface Format {
  readonly language: 'zh' | 'en'
  readonly style: 'day' | 'moment'
  readonly withYear: boolean
  readonly zone: string
}

/** Formats are dear to make, and there are a handful of them. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf({ language, style, withYear, zone }: Format): Intl.DateTimeFormat {
  const key = `${language} ${style} ${withYear} ${zone}`
  const known = formats.get(key)
  if (known) return known
  const [locale, month] = language === 'zh' ? (['zh-CN', 'long'] as const) : (['en-GB', 'short'] as const)
  const made = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: zone, month, day: 'numeric' },
    ...(withYear ? { year: 'numeric' } : {}),
    ...(style === 'moment' ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  })
  formats.set(key, made)
  return made
}
