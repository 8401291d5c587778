import { describe, expect, it } from 'vitest'
import { mergeDuties } from './merge-duties.ts'
import { reportingUnitOf } from './reporting-unit.ts'
import type { Duty, UnitKind } from './types.ts'
import { kindOfUnit, kindsOfGroup } from './unit-kind.ts'
import { isPost, suggestAliases } from './unit-names.ts'

describe('kinds recognised from names', () => {
  it.each<[string, UnitKind]>([
    ['区发改局', 'bureau'],
    ['区委政法委', 'bureau'],
    ['区住建局(交通局)', 'bureau'],
    ['区政府办公室', 'office'],
    ['石桥镇', 'township'],
    ['澜湾街道', 'street'],
    ['澜湾街道办事处', 'street'],
    ['区税务局', 'stationed'],
    ['区公安分局', 'stationed'],
    ['国网青澜供电公司', 'stationed'],
    ['区城投集团', 'stateCompany'],
    ['区水务公司', 'stateCompany'],
    ['区人民法院', 'court'],
    ['区检察院', 'court'],
    ['青澜农商银行', 'bank'],
    ['各镇街', 'group'],
    ['区直有关单位', 'group'],
    ['各行业主管部门', 'group'],
    ['澜科电子', 'other'],
  ])('%s is %s', (name, kind) => expect(kindOfUnit(name)).toBe(kind))

  it.each<[string, readonly UnitKind[]]>([
    ['各镇街', ['township', 'street']],
    ['各街道', ['street']],
    ['各乡镇', ['township']],
    ['区直有关单位', []],
  ])('%s stands for %j', (name, kinds) => expect(kindsOfGroup(name)).toEqual(kinds))

  it.each([
    ['分管区领导', true],
    ['区委常委、常务副区长', true],
    ['专班召集人', true],
    ['区发改局', false],
    ['管理委员会', false],
  ])('%s is a post: %s', (name, post) => expect(isPost(name)).toBe(post))
})

describe('spellings that may be one unit', () => {
  const unit = (name: string) => ({ name, kind: kindOfUnit(name), aliases: [] })
  it.each([
    ['区发展和改革局', '区发改局', true],
    ['区科工信局', '区工信局', false],
    ['区文旅体局', '区文旅集团', false],
    ['区农业农村局', '区水利局', false],
  ])('%s and %s: %s', (one, other, suggested) => {
    expect(suggestAliases([unit(one), unit(other)])).toHaveLength(suggested ? 1 : 0)
  })
})

describe('duties', () => {
  it('names a unit once, in its strongest role, in order of first mention', () => {
    const duties: Duty[] = [
      { unit: '甲局', role: 'support' },
      { unit: '乙局', role: 'responsible' },
      { unit: '甲局', role: 'lead' },
      { unit: '乙局', role: 'participate' },
    ]
    expect(mergeDuties(duties)).toEqual([
      { unit: '甲局', role: 'lead' },
      { unit: '乙局', role: 'responsible' },
    ])
  })

  const isGroup = (name: string): boolean => name.startsWith('各')
  it.each<[string, Duty[], string | null]>([
    [
      'the lead',
      [
        { unit: '乙局', role: 'responsible' },
        { unit: '甲局', role: 'lead' },
      ],
      '甲局',
    ],
    [
      'the first of several leads',
      [
        { unit: '甲局', role: 'lead' },
        { unit: '乙局', role: 'lead' },
      ],
      '甲局',
    ],
    [
      'the first responsible where no lead is named',
      [
        { unit: '乙局', role: 'support' },
        { unit: '丙局', role: 'responsible' },
      ],
      '丙局',
    ],
    [
      'no group',
      [
        { unit: '各镇街', role: 'lead' },
        { unit: '丙局', role: 'responsible' },
      ],
      '丙局',
    ],
    ['nobody', [{ unit: '乙局', role: 'support' }], null],
  ])('are reported by %s', (_, duties, unit) => expect(reportingUnitOf({ duties }, isGroup)).toBe(unit))
})
