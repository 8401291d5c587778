export { openDatabase, type Database, type DatabaseOptions } from './open-database.ts'
export { storeRefusals } from './refusals.ts'
export { StoreError } from './store-error.ts'
export type { Tables } from './schema/tables.ts'
