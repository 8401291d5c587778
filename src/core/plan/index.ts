export { defaultThresholds } from './types.ts'
export type * from './types.ts'
export { planRights } from './rights.ts'
