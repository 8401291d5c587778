export { scoringRights } from './rights.ts'
