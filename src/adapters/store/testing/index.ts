export { asTestAdministrator, openTestDatabase } from './open-test-database.ts'
