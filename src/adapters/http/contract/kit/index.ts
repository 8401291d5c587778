export { endpoint } from './endpoint.ts'
export type { Access, Endpoint, OutputOf, ParsedInput } from './endpoint.ts'
export { problemSchema } from './problem.ts'
export type { Problem } from './problem.ts'
