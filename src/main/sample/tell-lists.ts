import { addStandingPlan, type ItemRow, linkParent, placeItem } from '#app/plan'
import { addRow, changeRow, decideAdmission, defineList, readList } from '#app/registers'
import type { FieldAsked } from '#core/registers'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'

const field = (label: string, kind: FieldAsked['kind'] = 'text', rest: Partial<FieldAsked> = {}): FieldAsked => ({
  ...{ label, kind, unit: '', choices: [], required: false },
  ...rest,
})

/** The three lists of one family, as an office would set them up. */
const LISTS = [
  {
    name: '安全隐患清单',
    fields: [
      field('隐患', 'text', { required: true }),
      field('等级', 'choice', { choices: ['重大', '较大', '一般'], required: true }),
      field('整改资金', 'decimal', { unit: '万元' }),
      field('整改时限', 'day'),
    ],
  },
  { name: '安全责任清单', fields: [field('责任事项', 'text', { required: true }), field('责任岗位')] },
  { name: '安全整改清单', fields: [field('整改措施', 'text', { required: true }), field('已销号', 'yesNo')] },
] as const

/** What the district's plan carries out: its own outline, and an opinion of the city. */
const STANDING = [
  {
    ...{ title: '青澜区国民经济和社会发展第十五个五年规划纲要', docNumber: '青政发〔2026〕1号' },
    ...{ body: '青澜区人民政府', issuedOn: '2026-01-12', clause: '第三章第二节' },
  },
  {
    ...{ title: '澜州市推进城市更新实施意见', docNumber: '澜政办发〔2025〕46号' },
    ...{ body: '澜州市人民政府办公室', issuedOn: '2025-11-20', clause: '二、（四）' },
  },
] as const

/** Standing plans with items that carry them out, an item in two lists, and three lists that the office has defined for itself. */
export async function tellLists(stage: Stage, cast: Cast, items: readonly ItemRow[]): Promise<void> {
  const office = stage(cast.coordinator, momentOf('2026-02-03', '10:00'))
  const tasks = items.filter(({ item }) => item.kind === 'task')
  for (const [index, { clause, ...said }] of STANDING.entries()) {
    const { standingPlanId } = told(await addStandingPlan(office, said), said.title)
    for (const { item } of tasks.slice(index * 3, index * 3 + 3))
      told(await linkParent(office, { itemId: item.itemId, standingPlanId, clause }), `parent of ${item.title}`)
  }
  const [twice] = tasks
  if (twice) {
    const placed = { itemId: twice.item.itemId, kind: 'policy', reason: '任务中须出台实施办法' } as const
    const { admissionId } = told(await placeItem(office, placed), `lists of ${twice.item.title}`)
    const leader = stage(cast.leader, momentOf('2026-02-03', '16:00'))
    told(await decideAdmission(leader, { admissionId, approve: true, note: '' }), `lists of ${twice.item.title}`)
  }
  const family = { family: '安全生产三张清单', planId: null, campaignNo: null }
  const listIds: string[] = []
  for (const { name, fields } of LISTS)
    listIds.push(told(await defineList(office, { ...family, name, fields }), name).listId)
  await tellHazard(stage, cast, listIds[0] ?? '')
}

/** A hazard that a bureau lists and the office lets in, and of which it says later what it will cost; another is to come in. */
async function tellHazard(stage: Stage, cast: Cast, listId: string): Promise<void> {
  const unitId = cast.unitIds.get('区住建局') ?? ''
  const reporter = cast.reporters.get(unitId)
  if (!reporter) return
  const row = { values: { f1: '老旧小区燃气立管锈蚀', f2: '重大', f4: '2026-09-30' }, unitId, itemId: null }
  const at = (day: string) => stage(reporter, momentOf(day, '15:00'))
  const { admissionId } = told(await addRow(at('2026-03-16'), { ...row, listId, reason: '3月排查发现' }), 'a hazard')
  const office = stage(cast.coordinator, momentOf('2026-03-17', '09:00'))
  told(await decideAdmission(office, { admissionId, approve: true, note: '' }), 'let the hazard in')
  const rowId = told(await readList(office, { listId }), 'the hazards').rows[0]?.rowId ?? ''
  const values = { ...row.values, f3: '86' }
  told(await changeRow(at('2026-04-13'), { ...row, values, rowId, revision: 1, reason: '资金核定' }), 'its cost')
  const another = { ...row, values: { f1: '临街店招支架松动', f2: '一般' } }
  told(await addRow(at('2026-06-15'), { ...another, listId, reason: '6月排查发现' }), 'another hazard')
}
