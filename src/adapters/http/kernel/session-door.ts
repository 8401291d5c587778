import type { Context } from '#app/kit'

/** A signed-in person as the session check finds it: one query per request. */
export interface SignedIn {
  readonly context: Context
  readonly tokenHash: string
}

/** What the HTTP layer needs to turn a request into a use case's context. Wired in main. */
export interface SessionDoor {
  /** The context of a session cookie, or null where it is unknown, expired, revoked or its holder disabled. */
  signedIn(cookie: string): Promise<SignedIn | null>
  /** A context without a person, for sign-in and public pages; null where there is no such region. `region` undefined = the first. */
  visitor(region: string | undefined): Promise<Context | null>
}
