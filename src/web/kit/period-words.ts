import { parsePeriod, periodWords } from '#core/kit'
import type { Language } from './language.tsx'

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
