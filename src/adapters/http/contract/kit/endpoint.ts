import type { z } from 'zod'

/** Who may call an endpoint before any right is looked at. */
export type Access = 'session' | 'public' | 'loopbackOrToken'

/** The shape of one endpoint: what the server parses, what the client sends, what OpenAPI prints. */
export interface Endpoint<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Goes on when the disk is nearly full: it keeps nothing though its method is not GET, or it lets somebody in or out. */
  readonly evenWhenFull?: true
  /** OpenAPI form: /api/plans/{planId}. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params?: Path
  readonly query?: Query
  /** JSON body; files are sent as multipart by endpoints that say `upload`. */
  readonly body?: Body
  /** Largest upload in bytes, where the endpoint takes one file as the multipart field `file`. */
  readonly upload?: { readonly maxBytes: number }
  /** A whole county calls it in the hour before the due moment: it is worked on in turn, so that pages are read meanwhile. */
  readonly crowded?: true
  /** JSON answer; absent where the endpoint sends a file. */
  readonly output?: Output
  /** Media type of a file answer. */
  readonly sends?: string
}

type Inferred<T> = T extends z.ZodType ? z.output<T> : Record<never, never>

/** What the handler gets after parsing. */
export interface ParsedInput<E extends Endpoint> {
  readonly params: Inferred<E['params']>
  readonly query: Inferred<E['query']>
  readonly body: Inferred<E['body']>
}

/** What the endpoint answers with. */
export type OutputOf<E extends Endpoint> = E['output'] extends z.ZodType ? z.output<E['output']> : never

/** Declares an endpoint and keeps its exact types. Access is by session unless it says otherwise. */
export function endpoint<const E extends Omit<Endpoint, 'access'> & { access?: Access }>(
  spec: E,
): E & { access: Access } {
  return { access: 'session', ...spec }
}
