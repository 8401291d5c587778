export { defaultThresholds } from './types.ts'
export type * from './types.ts'
