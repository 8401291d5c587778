import type { Stores } from '#app/kit'

/** Failures of one name, and from one address (an office of many people may be one), until attempts are refused for a while. */
const MAX_OF_NAME = 8
const MAX_FROM_ADDRESS = 100

/** How long failures count, in minutes. */
export const WINDOW_MINUTES = 15

/** Whose password is tried, from where (empty = not known) and when by the server's clock. */
export interface PasswordTrial {
  readonly login: string
  readonly address: string
  readonly serverNow: string
}

/** Whether a name or an address has failed too often of late. `own`: how many of the noted failures are this very attempt. */
export async function tooManyFailures(
  stores: Stores,
  { login, address, serverNow }: PasswordTrial,
  own: 0 | 1,
): Promise<boolean> {
  const since = new Date(Date.parse(serverNow) - WINDOW_MINUTES * 60_000).toISOString()
  const { ofName, fromAddress } = await stores.organisation.failuresSince({ login, address }, since)
  return ofName - own >= MAX_OF_NAME || (address !== '' && fromAddress - own >= MAX_FROM_ADDRESS)
}
