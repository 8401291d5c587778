import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

/** A task force as one line: convener | deputies | members | office. */
function forces(text: string): string[] {
  return readPlanText(text).taskForces.map((one) =>
    [one.convener ?? '', one.deputies.join(' '), one.members.join(' '), one.office ?? ''].join(' | '),
  )
}

describe('bodies set up in a sentence', () => {
  it.each([
    [
      '成立由县委书记、县长任总指挥，县委常委、常务副县长任副总指挥，县发改局、县财政局主要负责同志为成员的项目攻坚指挥部，指挥部办公室设在县发改局（项目中心）。',
      '县委书记、县长 | 县委常委、常务副县长 | 县发改局 县财政局 | 县发改局（项目中心）',
    ],
    [
      '设立招商专班，组长由分管副县长担任，副组长由县商务局局长担任，成员由县发改局、各乡镇等单位组成，专班办公室设在县商务局。',
      '分管副县长 | 县商务局 | 县发改局 各乡镇 | 县商务局',
    ],
    [
      '建立由副市长担任总召集人、市商务局局长担任副召集人、市直有关部门分管负责人为成员的联席会议制度。',
      '副市长 | 市商务局 | 市直有关部门 | ',
    ],
    [
      '成立领导小组，由区长任组长，分管副区长任副组长，区直有关部门和各镇（街道）主要负责人为成员。领导小组办公室设在区住建局，办公室主任由区住建局局长担任。',
      '区长 | 分管副区长 | 区直有关部门 各镇（街道） | 区住建局',
    ],
    [
      '（一）房屋整治专班。召集单位：县住建局；成员单位：县自然资源局、县民政局、各乡镇（街道）。负责排查鉴定。',
      '县住建局 |  | 县自然资源局 县民政局 各乡镇（街道） | ',
    ],
    [
      '（二）燃气整治专班。由县城管局担任召集单位，县商务局、县消防救援大队为成员单位，专班办公室设在县城管局。',
      '县城管局 |  | 县商务局 县消防救援大队 | 县城管局',
    ],
    [
      '（三）执法督导专班。由县应急局、县公安局担任召集单位，县司法局、县市场监管局参加。负责督导。',
      '县应急局、县公安局 |  | 县司法局 县市场监管局 | ',
    ],
  ])('%s', (text, expected) => {
    expect(forces(`某县2024年方案\n一、组织领导\n${text}`)).toEqual([expected])
  })
})

describe('bodies given as a list of post holders', () => {
  it('on lines of their own, white space between name and post', () => {
    const list = [
      '组  长：张某某  县委副书记、县长',
      '副组长：李某某  县委常委、常务副县长',
      '        王某    县政府副县长',
      '成  员：赵某    县政府办公室主任',
      '        孙某    县财政局党组书记、局长',
      '        李某    县工信局（科技局）局长',
      '领导小组办公室设在县发改局，由该局局长兼任办公室主任。',
    ]
    expect(forces(`某县2024年方案\n一、组织机构\n成立攻坚工作领导小组。\n${list.join('\n')}`)).toEqual([
      '张某某县委副书记、县长 | 县委常委、常务副县长 县政府副县长 | 县政府办公室 县财政局 县工信局（科技局） | 县发改局',
    ])
  })

  it('several in one text, without names', () => {
    const text =
      '某县2024年方案\n一、项目\n（一）甲项目\n组长：常务副县长\n副组长：县长助理\n成员单位：住建局、文体局、物资总公司\n（二）乙项目\n组长：副县长\n成员：林业局、东坪镇政府'
    expect(forces(text)).toEqual([
      '常务副县长 | 县长助理 | 住建局 文体局 物资总公司 | ',
      '副县长 |  | 林业局 东坪镇政府 | ',
    ])
  })

  it('run together, where white space was lost, and joined with the sentence that sets the body up', () => {
    const text =
      '某市2024年方案\n一、保障\n成立某市碳汇工作领导小组，由市政府分管领导担任组长，市直相关部门为成员单位，领导小组办公室设在市林业局。\n附件\n某市碳汇工作领导小组成员名单\n组长：张某市政府党组成员\n副组长：李某市政府副秘书长\n成员：王某市委宣传部副部长\n赵某某市发改委二级调研员孙某市市场监管局副局长周某市财政局总会计师'
    expect(forces(text)).toEqual([
      '市政府分管领导 | 市政府副秘书长 | 市委宣传部 市发改委 市市场监管局 市财政局 | 市林业局',
    ])
  })

  it.each(['一、分工\n1.甲事。推进甲事。\n责任单位：市财政局', '组长要切实负起责任，成员要各司其职。'])(
    'none in %s',
    (text) => {
      expect(forces(text)).toEqual([])
    },
  )
})
