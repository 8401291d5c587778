import type { Words } from '#core/kit'
import type { Operator, Target, TargetKind } from './types.ts'

const verbs: Readonly<Partial<Record<TargetKind, Words>>> = {
  growth: { zh: '增长', en: 'grow ' },
  decline: { zh: '下降', en: 'fall ' },
  increment: { zh: '新增', en: 'add ' },
}

const bounds: Readonly<Record<Operator, (figure: string) => Words>> = {
  '>=': (figure) => ({ zh: `${figure}以上`, en: `≥ ${figure}` }),
  '<=': (figure) => ({ zh: `${figure}以内`, en: `≤ ${figure}` }),
  '>': (figure) => ({ zh: `超过${figure}`, en: `> ${figure}` }),
  '<': (figure) => ({ zh: `低于${figure}`, en: `< ${figure}` }),
  '=': (figure) => ({ zh: figure, en: figure }),
  '~': (figure) => ({ zh: `${figure}左右`, en: `≈ ${figure}` }),
}

/** A target in words: 力争增长6.5%左右 / strive: grow ≈ 6.5%. */
export function targetWords(target: Target): Words {
  const strive = target.commitment === 'strive'
  const { zh, en } = amountWords(target)
  return { zh: `${strive ? '力争' : ''}${zh}`, en: `${strive ? 'strive: ' : ''}${en}` }
}

function amountWords(target: Target): Words {
  const { kind, value, valueHigh, unit, op, relativeTo, test = '' } = target
  if (kind === 'redLine') return { zh: '不得发生', en: 'must not happen' }
  if (kind === 'relative') return { zh: `对照${relativeTo ?? '—'}`, en: `against ${relativeTo ?? '—'}` }
  if (kind === 'qualitative' && test !== '') return { zh: `定性：${test}`, en: `qualitative: ${test}` }
  if (value === null)
    return kind === 'coverage' ? { zh: '全覆盖', en: 'full coverage' } : { zh: '定性', en: 'qualitative' }
  const verb = verbs[kind] ?? { zh: '', en: '' }
  if (kind === 'rank') return { zh: `前${value}${unit}`, en: `top ${value}` }
  if (valueHigh !== null)
    return { zh: `${verb.zh}${value}—${valueHigh}${unit}`, en: `${verb.en}${value}–${valueHigh}${unit}` }
  const bound = bounds[op](`${value}${unit}`)
  return { zh: verb.zh + bound.zh, en: verb.en + bound.en }
}
