import { expect, it } from 'vitest'
import type { DutyRole } from '#core/plan'
import { voicesAsked } from './voices.ts'

const holders = (...pairs: readonly (readonly [string, DutyRole])[]) =>
  pairs.map(([unitId, role]) => ({ unitId, role }))

it('hears each role by its own duty: leads countersign, responsible and supporting units confirm, who takes part is informed', () => {
  const named = holders(['甲', 'lead'], ['乙', 'lead'], ['丙', 'responsible'], ['丁', 'support'], ['戊', 'participate'])
  expect(voicesAsked(named, '甲')).toEqual([
    { unitId: '乙', kind: 'countersign' },
    { unitId: '丙', kind: 'support' },
    { unitId: '丁', kind: 'support' },
  ])
})

it('hears a unit once, as the stronger of its duties, and never the one that reports', () => {
  const named = holders(
    ['甲', 'responsible'],
    ['甲', 'support'],
    ['乙', 'support'],
    ['乙', 'lead'],
    ['乙', 'responsible'],
  )
  expect(voicesAsked(named, '甲')).toEqual([{ unitId: '乙', kind: 'countersign' }])
  expect(voicesAsked(holders(['甲', 'lead'], ['丙', 'participate']), '甲')).toEqual([])
})
