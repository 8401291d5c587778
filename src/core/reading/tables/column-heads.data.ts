import type { ColumnUse } from '../source-document.ts'

/** What a head says that its column holds; the first that fits counts. */
export const columnHeads: readonly (readonly [RegExp, ColumnUse])[] = [
  [/^(?:序号?|编号|项号|NO\.?|#)$/i, 'number'],
  [/备注|说明|进展|完成情况|落实情况|状态|得分|电话/, 'none'],
  [/领导|(?:包抓|挂包|分管|牵头|责任)(?:区|县|市)长/, 'leader'],
  [/责任人|负责人|联系人|联络员|经办人/, 'person'],
  [/牵头|主办|主责|主抓/, 'lead'],
  [/配合|协办|协助|协同/, 'support'],
  [/参与|参加/, 'participate'],
  [/(?:责任|落实|承办|完成|实施|承担|执行)(?:单位|部门|主体|处室|科室)|^(?:责任|单位|部门)$/, 'responsible'],
  [/时限|期限|时间|日期|节点/, 'due'],
  [/措施|举措|内容|做法|路径/, 'measures'],
  [/(?:任务|工作|事项|项目)名称|重点任务|主要任务|工作任务|具体任务|任务分解|任务清单|事项/, 'title'],
  [/目标|指标|标准|成效|成果/, 'goal'],
  [/任务|工作|项目|名称/, 'title'],
  [/类别|分类|类型|领域|板块|方面|专项|行动|攻坚|专班/, 'group'],
]
