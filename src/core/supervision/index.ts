export { supervisionRights } from './rights.ts'
