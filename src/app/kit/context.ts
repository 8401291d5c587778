import type { LocalDate, Result } from '#core/kit'
import type { Actor } from '#core/organisation'
import type { FileStore } from './file-store.ts'
import type { Secrets } from './secrets.ts'
import type { Stores } from './stores.ts'

/**
 * What every use case gets first: who acts, in which region, at which moment of the region's clock, and the doors to
 * what is stored. Time is passed in: no use case reads a clock.
 */
export interface Context {
  readonly regionId: string
  readonly timeZone: string
  readonly actor: Actor
  /** The region's present moment, ISO 8601 in UTC. */
  readonly now: string
  /** The region's present day, in its time zone. */
  readonly today: LocalDate
  /** Runs a write in one transaction of this region; a refusal rolls everything back. */
  transact<T>(work: (stores: Stores) => Promise<Result<T>>): Promise<Result<T>>
  /** Runs reads in one transaction of this region. */
  read<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /** Notes for whom the actor acts by the role that allows it (null = for himself); what he writes from here on says so in the log. */
  actFor(accountId: string | null): void
  readonly files: FileStore
  readonly secrets: Secrets
  /** SHA-256 of UTF-8 text, lower-case hex. */
  sha256(text: string): string
  /** A new UUID, version 7: sorts by creation. */
  newId(): string
}
