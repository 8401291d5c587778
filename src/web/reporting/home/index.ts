// The room's part of everybody's first page, apart from its pages: whoever opens it loads nothing of them.
export { MyWork } from '../MyWork.tsx'
export { LeftBehind } from '../LeftDrafts.tsx'
