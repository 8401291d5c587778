import { type Result, accept, refuse } from '#core/kit'
import { readPlan, taskTables, withStatedColumns } from '#core/reading'
import type { StatedColumns, TaskTable } from '#core/reading'
import { type Context, requireRight } from '#app/kit'
import type { ReadSourceFile } from './import-plan.ts'
import { rememberedColumns } from './table-columns.ts'

/** A table of a file as it would be read now; `remembered` where somebody stated its columns before. */
export interface TableLook extends TaskTable {
  readonly remembered: boolean
}

/** Looks at the task tables of a file before a draft is made of it. Nothing is kept. */
export async function lookAtTables(
  context: Context,
  input: { readonly bytes: Uint8Array; readonly fileName: string; readonly columns?: readonly StatedColumns[] },
  readFile: ReadSourceFile,
): Promise<Result<readonly TableLook[]>> {
  const right = requireRight(context, 'plan.import', {})
  if (!right.ok) return right
  const source = await readFile(input.bytes, input.fileName)
  if (!source.ok) return source
  if (taskTables(source.value, null).length === 0) return refuse('plan.noTable', undefined, input.fileName)
  const remembered = await context.read(({ drafts }) => rememberedColumns(context, drafts, source.value))
  const document = withStatedColumns(source.value, input.columns ?? remembered)
  const known = new Set(remembered.map(({ headKey }) => headKey))
  const { year } = readPlan(document).meta
  return accept(taskTables(document, year).map((table) => ({ ...table, remembered: known.has(table.headKey) })))
}
