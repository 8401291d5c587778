/**
 * Columns of a filled sheet. `input`: the clerk fills it in; all others are locked. The key names the line and stays hidden.
 * `ofRate`: asked of a rate only, and there only where the sheet has one; `known`: stands there already, so that it alone says nothing.
 */
export const sheetColumns = [
  { id: 'key', zh: '行键', en: 'Key', width: 10, hidden: true },
  { id: 'item', zh: '事项', en: 'Item', width: 34 },
  { id: 'target', zh: '目标', en: 'Target', width: 14 },
  { id: 'period', zh: '数值所属期', en: 'Figure for', width: 14 },
  { id: 'last', zh: '上次', en: 'Last', width: 12 },
  { id: 'figure', zh: '数值', en: 'Figure', width: 12, input: true },
  { id: 'unit', zh: '计量单位', en: 'Unit of the figure', width: 10 },
  { id: 'numerator', zh: '分子', en: 'Numerator', width: 11, input: true, ofRate: true },
  { id: 'denominator', zh: '分母', en: 'Denominator', width: 11, input: true, ofRate: true, known: true },
  { id: 'keptBy', zh: '台账由谁掌握', en: 'Who keeps the list', width: 16, input: true, ofRate: true, known: true },
  { id: 'asOf', zh: '台账截至', en: 'List as of', width: 12, input: true, ofRate: true, known: true },
  { id: 'document', zh: '依据文件', en: 'Document', width: 20, input: true, ofRate: true, known: true },
  { id: 'uncovered', zh: '未覆盖的对象', en: 'Not covered', width: 20, input: true, ofRate: true },
  { id: 'noChange', zh: '无变化', en: 'No change', width: 9, input: true },
  { id: 'claim', zh: '进展', en: 'Standing', width: 10, input: true },
  { id: 'paragraph', zh: '说明', en: 'Words', width: 36, input: true },
  { id: 'what', zh: '受阻事项', en: 'What blocks it', width: 24, input: true },
  { id: 'needs', zh: '需要谁支持', en: 'Whose help is needed', width: 18, input: true },
  { id: 'by', zh: '希望何时解决', en: 'Needed by', width: 14, input: true },
  { id: 'nodes', zh: '已完成的时间节点', en: 'Time nodes done', width: 24, input: true },
] as const

/** The name of a column. */
export type SheetColumnId = (typeof sheetColumns)[number]['id']

/** What is chosen from in a cell, in both languages; what is written in either is understood. */
export const claimCells = {
  onPace: { zh: '按序时', en: 'on pace' },
  behind: { zh: '滞后', en: 'behind' },
  blocked: { zh: '受阻', en: 'blocked' },
  done: { zh: '完成', en: 'done' },
} as const

/** "No change" in a cell. */
export const noChangeCell = { zh: '是', en: 'yes' } as const
