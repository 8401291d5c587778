export type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceFormat,
  SourceNote,
  SourceParagraph,
  SourceTable,
} from './source-document.ts'
