export type {
  ColumnUse,
  FileLine,
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceFormat,
  SourceNote,
  SourceParagraph,
  SourceTable,
  TaskColumns,
} from './source-document.ts'
export type {
  AssignedUnit,
  AssignmentFact,
  CadenceFact,
  CadencePeriod,
  CampaignFact,
  DeadlineFact,
  Fact,
  Finding,
  FindingWords,
  HeadingFact,
  IndicatorFact,
  MetaFact,
  NamedFact,
  PlanReading,
  PolicyFact,
  SentenceFact,
  SentenceUse,
  Severity,
  TaskFact,
  TaskForceFact,
  TaskRowFact,
} from './facts.ts'
export { readerNotes, readerRefusals } from './reader-refusals.ts'
export type { Preset, Recogniser, Refiner, Trace } from './kernel.ts'
export type { ReadOptions } from './read-plan.ts'
export type { Extraction } from './output/extraction.ts'
export { readPlan, readPlanText } from './read-plan.ts'
export { sourceDocumentOfText } from './plain-text.ts'
export { planPreset } from './preset.ts'
export { toExtraction } from './output/extraction.ts'
export type { Hit, PlanRule } from './check/rule.ts'
export type { RuleDoc } from './check/check-plan.ts'
export { checkPlan, findingWords, ruleDocs } from './check/check-plan.ts'
export { planRules } from './check/plan-rules.ts'
export { findingText, severityWords } from './check/finding-text.ts'
export type { FindingPart, FindingTextOptions } from './check/finding-text.ts'
export { lineIndex } from './output/line-index.ts'
export type { LinedText, LineIndex, LinePlace } from './output/line-index.ts'
export { findingComments } from './output/finding-comments.ts'
export type { FindingComment } from './output/finding-comments.ts'
export { findingsSarif, readingsSarif } from './output/sarif.ts'
export type { CheckedText, ReadText } from './output/sarif.ts'
export type { SarifLog } from './output/sarif-types.ts'
export { explainPlan, findsOf } from './output/explain-plan.ts'
export type { ExplainedFind, ExplainedRefusal, ExplainedSentence } from './output/explain-plan.ts'
export { explanationText } from './output/explanation-text.ts'
export type { OutputLanguage } from './output/fact-words.ts'
export { extractionText } from './output/extraction-text.ts'
export { columnUses, taskTables, withRecognisedColumns, withRowNotes, withStatedColumns } from './tables/task-tables.ts'
export type { StatedColumns, TaskTable } from './tables/task-tables.ts'
export { noteWarnings } from './note-warnings.ts'
