import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

const annexes = (...titles: readonly string[]): string =>
  `某县2026年“两大攻坚”实施方案\n一、总体要求\n坚持目标导向，实行旬调度。\n附件：${titles.map((title, at) => `${at + 1}.${title}`).join('\n')}\n${titles
    .map(
      (title, at) =>
        `附件${at + 1}\n${title}\n一、工作任务\n（一）甲事。全年完成${at + 3}0件。（县水利局牵头负责）\n二、推进机制\n成立工作专班，由分管副县长担任召集人，专班办公室设在县水利局。`,
    )
    .join('\n')}\n`

describe('campaigns', () => {
  it('are the headings of the master text, each with its annex', () => {
    const master = annexes('项目攻坚实施方案').replace(
      '一、总体要求',
      '一、实施重点攻坚\n（一）大力实施项目攻坚。抓项目。\n（二）大力实施招商攻坚。抓招商。\n（三）大力实施改革攻坚。抓改革。\n二、总体要求',
    )
    const { campaigns } = readPlanText(master)
    expect(campaigns.map(({ name, annex }) => [name, annex])).toEqual([
      ['项目攻坚', 1],
      ['招商攻坚', null],
      ['改革攻坚', null],
    ])
  })

  it('are the annex plans where the master text names none, and each keeps its own task force', () => {
    const { campaigns, taskForces } = readPlanText(annexes('项目建设攻坚实施方案', '营商环境攻坚实施方案'))
    expect(campaigns.map(({ no, name, annex }) => [no, name, annex])).toEqual([
      [1, '项目建设攻坚', 1],
      [2, '营商环境攻坚', 2],
    ])
    expect(taskForces.map(({ campaign }) => campaign)).toEqual([1, 2])
  })

  const sections = (...titles: readonly string[]): string =>
    `某县2026年重点工作实施方案\n${titles.map((title, at) => `${'一二三四五六七八'.charAt(at)}、${title}\n（一）抓落实。`).join('\n')}\n`

  it('are battles of whatever kind', () => {
    const { campaigns } = readPlanText(
      sections('打好工业提速突围战', '打好招商引资攻坚战', '打好生态保护翻身仗', '打好城市更新会战'),
    )
    expect(campaigns.map(({ name }) => name)).toEqual([
      '工业提速突围战',
      '招商引资攻坚战',
      '生态保护翻身仗',
      '城市更新会战',
    ])
  })

  it('are sections one after the other between those that frame them', () => {
    const actions = ['实施强链延链行动', '实施数字赋能行动', '实施人才引育行动']
    expect(readPlanText(sections('总体要求', ...actions, '保障措施')).campaigns.map(({ name }) => name)).toEqual([
      '强链延链行动',
      '数字赋能行动',
      '人才引育行动',
    ])
    const scattered = ['总体要求', actions[0] ?? '', '深化改革', actions[1] ?? '', '保障措施', actions[2] ?? '']
    expect(readPlanText(sections(...scattered)).campaigns).toEqual([])
  })

  it('are none where annexes are tables and lists, or one annex only', () => {
    expect(readPlanText(annexes('任务分工表', '重点项目清单')).campaigns).toEqual([])
    expect(readPlanText(annexes('项目建设攻坚实施方案', '任务分工表')).campaigns).toEqual([])
  })
})
