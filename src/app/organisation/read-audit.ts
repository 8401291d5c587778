import { type Result, accept } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import type { AuditRow } from './ports.ts'

/** Rows a page of the log shows. */
const PAGE = 100

/** The log, newest first, a page at a time; `before` is the audit id to go on from. */
export async function readAudit(
  context: Context,
  input: { before?: string | undefined; action?: string | undefined; object?: string | undefined },
): Promise<Result<readonly AuditRow[]>> {
  const right = requireRight(context, 'audit.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.organisation.auditRows({ ...input, limit: PAGE })))
}
