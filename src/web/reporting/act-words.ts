import type { ActRule } from '#adapters/http/contract/reporting'
import { useText, useMarks } from '#web/kit'
import { rhythmMessages } from './rhythm-messages.ts'

/** A rule in words: 每月，末日前第1个工作日18:00，数据截至25日，报送区委办. */
export function useRuleWords(): (rule: ActRule) => string {
  const t = useText(rhythmMessages)
  const marks = useMarks()
  return (rule) => {
    const { periodKind, months, anchor, dueWorkdays: days, dueHour: hour, cutOffDay, goesTo } = rule
    const plain = months.length > 0 ? t('inMonths', { months: months.join(marks.and) }) : t(periodKind)
    const often = anchor === null ? plain : t('fromMonday', { kind: plain, day: anchor })
    const due = days === 0 ? t('onLast', { hour }) : t(days > 0 ? 'after' : 'before', { days: Math.abs(days), hour })
    const cutOff = cutOffDay === null ? '' : t('cutOff', { day: cutOffDay })
    return `${often}${marks.comma}${due}${cutOff}${goesTo === '' ? '' : t('to', { who: goesTo })}`
  }
}
