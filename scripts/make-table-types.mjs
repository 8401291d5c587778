// Writes src/adapters/store/schema/tables.ts from the migrations' SQL, so that every query is checked against the schema.
// Usage: node scripts/make-table-types.mjs [--check]   (a test runs it with --check)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const schema = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'adapters', 'store', 'schema')
const target = join(schema, 'tables.ts')

const TYPES = {
  text: 'string',
  uuid: 'string',
  timestamptz: 'string',
  date: 'string',
  numeric: 'string',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
}
const tables = new Map()

for (const file of readdirSync(schema)
  .filter((name) => name.endsWith('.sql'))
  .sort()) {
  const sql = readFileSync(join(schema, file), 'utf8').replace(/--[^\n]*/g, '')
  for (const [, name, body] of sql.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)) tables.set(name, columnsOf(body))
  for (const [, name, column] of sql.matchAll(/alter table (\w+) add column ([^;]+);/g))
    tables.get(name)?.push(...columnsOf(`\n  ${column}`))
  for (const [, name, column] of sql.matchAll(/alter table (\w+) drop column (\w+);/g)) {
    const kept = tables.get(name)?.filter((one) => one.name !== column)
    if (kept) tables.set(name, kept)
  }
  for (const [, name, column, does] of sql.matchAll(/alter table (\w+) alter column (\w+) (drop|set) not null/g)) {
    const known = tables.get(name)?.find((one) => one.name === column)
    if (known) known.nullable = does === 'drop'
  }
}

function columnsOf(body) {
  return body
    .split('\n')
    .map((line) => /^ {2}(\w+) (text|uuid|timestamptz|date|numeric|integer|bigint|boolean|jsonb)\b(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, name, type, rest]) => ({
      name,
      type,
      nullable: !/not null|primary key/.test(rest),
      filled: /\bdefault\b/.test(rest),
    }))
}

function typeOf({ type, nullable, filled }) {
  const nothing = nullable ? ' | null' : ''
  if (type === 'jsonb') return filled || nullable ? `Json<string | null | undefined>` : `Json<string>`
  const plain = `${TYPES[type]}${nothing}`
  return filled ? `Generated<${plain}>` : plain
}

const pascal = (name) => name.replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase())
const interfaces = [...tables].map(
  ([name, columns]) =>
    `interface ${pascal(name)}Table {\n${columns.map((column) => `  ${column.name}: ${typeOf(column)}`).join('\n')}\n}\n`,
)
const text = `// Made by scripts/make-table-types.mjs from the SQL beside it; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Read as unknown (parse it with zod at the edge), written as JSON text. */
type Json<Written> = ColumnType<unknown, Written, string | null>

${interfaces.join('\n')}
/** Every table of the product by its name. */
export interface Tables {
${[...tables.keys()].map((name) => `  ${name}: ${pascal(name)}Table`).join('\n')}
}
`
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') === text) process.exit(0)
  process.stderr.write('src/adapters/store/schema/tables.ts is out of date. Run: node scripts/make-table-types.mjs\n')
  process.exit(1)
}
writeFileSync(target, text)
