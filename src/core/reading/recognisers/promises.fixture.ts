import { readPlanText } from '../read-plan.ts'

/** What is read of a promise, one line each: 主语 kind op value(~high)unit, `strive` behind it where it is one. */
export function promises(text: string): string[] {
  return readPlanText(`某县2025年工作方案\n一、工作目标\n${text}`).indicators.map((one) => {
    const high = one.valueHigh === null ? '' : `~${one.valueHigh}`
    const strive = one.commitment === 'strive' ? ' strive' : ''
    return `${one.subject} ${one.kind} ${one.op} ${one.value ?? 'none'}${high}${one.unit}${strive}`
  })
}
