const ROWS_A_STATEMENT = 1000

/** Rows in portions that stay below PostgreSQL's 65,535 parameters a statement. */
export function inChunks<T>(rows: readonly T[]): T[][] {
  const chunks: T[][] = []
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) chunks.push(rows.slice(at, at + ROWS_A_STATEMENT))
  return chunks
}
