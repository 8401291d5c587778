// The room's part of everybody's first page, apart from its pages: whoever opens it loads nothing of them.
export { NeedsMe } from '../NeedsMe.tsx'
