import { readFile } from 'node:fs/promises'
import { CompiledQuery, type Migration } from 'kysely'
import { fenceTenantTables } from './tenant-tables.ts'

/** Every migration in its order, forward only. A new one is a line here and a `.sql` file beside this one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0000-foundation': fromSqlFile('0000-foundation'),
  '0001-business-tables': fromSqlFile('0001-business-tables'),
  '0002-append-only': fromSqlFile('0002-append-only'),
  '0003-entry-by-two-keys': fromSqlFile('0003-entry-by-two-keys'),
  '0004-report-of-its-line': fromSqlFile('0004-report-of-its-line'),
  '0005-table-columns': fromSqlFile('0005-table-columns'),
  '0006-cadences-and-calendar': fromSqlFile('0006-cadences-and-calendar'),
  '0007-organisation-over-time': fromSqlFile('0007-organisation-over-time'),
  '0008-duties-beside-the-report': fromSqlFile('0008-duties-beside-the-report'),
  '0009-targets': fromSqlFile('0009-targets'),
  '0010-schedules': fromSqlFile('0010-schedules'),
  '0011-notices-and-burden': fromSqlFile('0011-notices-and-burden'),
  '0012-meetings-and-years': fromSqlFile('0012-meetings-and-years'),
  '0013-final-account-once': fromSqlFile('0013-final-account-once'),
  '0016-files-by-respondents': fromSqlFile('0016-files-by-respondents'),
  '0017-periods-by-the-clock': fromSqlFile('0017-periods-by-the-clock'),
  '0018-lists-and-parents': fromSqlFile('0018-lists-and-parents'),
  '0019-admissions': fromSqlFile('0019-admissions'),
}

/** Runs the statements of `NAME.sql`, then fences the tenant tables that they made. */
function fromSqlFile(name: string): Migration {
  return {
    async up(db) {
      const text = await readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8')
      await db.executeQuery(CompiledQuery.raw(text))
      await fenceTenantTables(db)
    },
  }
}
