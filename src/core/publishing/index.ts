export type {
  BriefingMasthead,
  BriefingView,
  DocumentBlock,
  EndBlock,
  FigureRun,
  OfficialDocumentView,
  PlainHead,
  RedHead,
  SealHead,
  SheetColumn,
  TableBlock,
  TableColumn,
  TextRun,
  WordsRun,
  WorkbookView,
  WorksheetView,
} from './views.ts'
export { publishingRights } from './rights.ts'
