import type { Refusal } from '#core/kit'

/** The disk is full, for PostgreSQL (53100) or for a file. */
const FULL = new Set(['53100', 'ENOSPC'])

/** The database went away or comes up again: broken connections, a server that is shutting down, has crashed or is starting. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', '57P01', '57P02', '57P03', '08006', '08003'])
/** The same as the driver says it, without a code. */
const AWAY_WORDS = /^Connection terminated|not queryable|timeout exceeded when trying to connect/

/** Refused connection, a socket that is not there yet, or cannot_connect_now: the server is on its way up. */
const STARTING = new Set(['ECONNREFUSED', 'ENOENT', '57P03'])

/** Whether a connection failed only because the server is still starting. */
export function isStarting(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && STARTING.has(String(problem.code))
}

/** What a failure of database or disk means for whoever asked; null where it is a fault of the program. */
export function storeTrouble(problem: unknown): Refusal | null {
  if (!(problem instanceof Error)) return null
  const code = 'code' in problem ? String(problem.code) : ''
  if (FULL.has(code)) return { code: 'server.diskFull' }
  return AWAY.has(code) || AWAY_WORDS.test(problem.message) ? { code: 'server.databaseAway' } : null
}
