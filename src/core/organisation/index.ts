export type * from './types.ts'
export { organisationRefusals } from './refusals.ts'
