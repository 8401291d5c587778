import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Context } from '#app/kit'
import { type Refusal, type Result, refuse } from '#core/kit'
import { type Endpoint, type OutputOf, type ParsedInput, problemSchema } from '#adapters/http/contract/kit'
import { dispositionOf, type FileAnswer } from './file-answer.ts'
import { problemOf } from './problem-answer.ts'
import { languageOf } from './request-language.ts'
import { unstorable } from './storable.ts'
import { squeezed, takesBrotli, WORTH_SQUEEZING } from './squeeze.ts'
import { turns } from './turns.ts'
import { readUpload, type Upload } from './upload.ts'

/** What the session middleware leaves for the handlers. */
export interface HttpVariables {
  useCaseContext: Context | undefined
  /** A context without a person, for public endpoints. */
  visitor: (region: string | undefined) => Promise<Context | null>
  sessionTokenHash: string | undefined
  hasRoom: () => Promise<boolean>
}
export type GuatuHono = OpenAPIHono<{ Variables: HttpVariables }>

/** Beside the parsed input: the uploaded file, the raw request (cookies, address), and the key of a retried write. */
export interface RequestExtras {
  readonly upload: Upload | undefined
  readonly http: HonoContext
  readonly retryKey: string | undefined
}

type Answer<E extends Endpoint> = E['output'] extends z.ZodType ? OutputOf<E> : FileAnswer | null
type Handler<E extends Endpoint> = (
  context: Context,
  input: ParsedInput<E>,
  extras: RequestExtras,
) => Promise<Result<Answer<E>>>

/** Largest JSON body of a signed-in person, and of anybody, in bytes. */
const MOST_JSON_BYTES = 8 * 1024 * 1024
const MOST_PUBLIC_BYTES = 16 * 1024
/** Enough to keep two processors busy, while a page that somebody opens still finds its share. */
const CROWD_AT_ONCE = 4
/** What a form says beside its file. */
const FORM_BYTES = 64 * 1024

/** So many submissions are worked on at once; the request is there by then, so that nobody's poor line holds a turn. */
const inTurn = turns(CROWD_AT_ONCE)

/** Registers one endpoint: door → room on the disk → body limit → parse → use case → present; the same spec goes into OpenAPI. */
export function register<E extends Endpoint>(app: GuatuHono, spec: E, handler: Handler<E>): void {
  describe(app, spec)
  const shape = shapeOf(spec)
  const path = spec.path.replace(/\{(\w+)\}/g, ':$1')
  app.on(spec.method.toUpperCase(), path, door(spec), room(spec), limitOf(spec), async (request) => {
    const context = request.get('useCaseContext')
    if (!context) return answerRefusal(request, { code: 'auth.signInFirst' })
    const parsed = await parseInput(request, spec, shape)
    if (!parsed.ok) return answerRefusal(request, parsed.refusal)
    const extras = { upload: parsed.value.upload, http: request, retryKey: request.req.header('idempotency-key') }
    const work = () => handler(context, parsed.value.input, extras)
    const result = await (spec.crowded ? inTurn(work) : work())
    return result.ok ? present(request, result.value) : answerRefusal(request, result.refusal)
  })
}

/** Nobody comes in without a session, except to public endpoints; nothing of a body is read before that. */
function door({ access }: Endpoint): MiddlewareHandler<{ Variables: HttpVariables }> {
  return async (request, next) => {
    if (request.get('useCaseContext')) return next()
    if (access !== 'public') return answerRefusal(request, { code: 'auth.signInFirst' })
    const visitor = await request.get('visitor')(undefined)
    if (!visitor) return answerRefusal(request, { code: 'region.notFound' })
    request.set('useCaseContext', visitor)
    return next()
  }
}

/** Nothing is taken that could not be kept: below the reserve of the disk only reads go on. */
function room({ method, evenWhenFull }: Endpoint): MiddlewareHandler<{ Variables: HttpVariables }> {
  const always = method === 'get' || evenWhenFull === true
  return async (request, next) =>
    always || (await request.get('hasRoom')()) ? next() : answerRefusal(request, { code: 'server.diskFull' })
}

/**
 * Each endpoint takes as many bytes as it has use for. An announced length is enough to judge by, as the server reads no further;
 * only a body without one is counted while it comes, which costs more than all else that is done to a small request.
 */
function limitOf({ access, upload }: Endpoint): MiddlewareHandler {
  const json = access === 'public' ? MOST_PUBLIC_BYTES : MOST_JSON_BYTES
  const limit = upload ? `${Math.round(upload.maxBytes / 1_048_576)} MB` : `${json / 1024} KB`
  const maxSize = upload ? upload.maxBytes + FORM_BYTES : json
  const onError = (request: HonoContext) => answerRefusal(request, { code: 'request.tooLarge', detail: { limit } })
  const counted = bodyLimit({ maxSize, onError })
  return async (request, next) => {
    const announced = request.req.header('content-length')
    if (announced === undefined || request.req.header('transfer-encoding') !== undefined) {
      return request.req.method === 'GET' ? next() : counted(request, next)
    }
    return Number(announced) <= maxSize ? next() : onError(request)
  }
}

/** Sends a refusal as problem+json in the reader's language. */
export function answerRefusal(request: HonoContext, refusal: Refusal): Response {
  const problem = problemOf(refusal, languageOf(request))
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** Made once for each endpoint: making a schema costs more than parsing with it. */
function shapeOf({ params, query, body }: Endpoint): z.ZodType {
  return z.object({ params: params ?? z.unknown(), query: query ?? z.unknown(), body: body ?? z.unknown() })
}

async function parseInput<E extends Endpoint>(
  request: HonoContext,
  spec: E,
  shape: z.ZodType,
): Promise<Result<{ input: ParsedInput<E>; upload: Upload | undefined }>> {
  const upload = spec.upload ? await readUpload(request, spec.upload.maxBytes) : undefined
  if (upload && !upload.ok) return upload
  const raw = {
    params: request.req.param(),
    query: request.req.query(),
    body: spec.body ? (upload ? upload.value.fields : await readJson(request)) : undefined,
  }
  const parsed = shape.safeParse(raw)
  if (!parsed.success) return refuseInput(parsed.error)
  const stray = unstorable(parsed.data)
  if (stray) return refuse('request.invalid', { problem: `${stray.at}: ${stray.problem}` }, stray.at)
  return { ok: true, value: { input: parsed.data as ParsedInput<E>, upload: upload?.value } }
}

function refuseInput(error: z.ZodError): { ok: false; refusal: Refusal } {
  const issue = error.issues[0]
  const at = issue?.path.slice(1).join('.') ?? ''
  return refuse('request.invalid', { problem: at ? `${at}: ${issue?.message ?? ''}` : (issue?.message ?? '') }, at)
}

/** Only what says that it is JSON: a form of another site can send text/plain without asking. */
async function readJson(request: HonoContext): Promise<unknown> {
  if (!/^application\/(\w+\+)?json\b/i.test(request.req.header('content-type') ?? '')) return undefined
  try {
    return await request.req.json()
  } catch {
    return undefined
  }
}

async function present(request: HonoContext, value: unknown): Promise<Response> {
  if (isFileAnswer(value)) {
    return new Response(value.bytes.slice().buffer, {
      headers: {
        'content-type': value.mediaType,
        'content-disposition': dispositionOf(value),
        'cache-control': 'private, no-store',
      },
    })
  }
  const json = JSON.stringify(value ?? null)
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', vary: 'accept-encoding' }
  if (json.length < WORTH_SQUEEZING || !takesBrotli(request)) return request.body(json, 200, headers)
  return request.body(new Uint8Array(await squeezed(json)), 200, { ...headers, 'content-encoding': 'br' })
}

function isFileAnswer(value: unknown): value is FileAnswer {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}

function describe(app: GuatuHono, spec: Endpoint): void {
  const content = spec.upload
    ? { 'multipart/form-data': { schema: z.looseObject({ file: z.string().meta({ format: 'binary' }) }) } }
    : spec.body && { 'application/json': { schema: spec.body } }
  const answer = spec.output
    ? { 'application/json': { schema: spec.output } }
    : { [spec.sends ?? 'application/octet-stream']: { schema: z.string().meta({ format: 'binary' }) } }
  app.openAPIRegistry.registerPath({
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    request: {
      ...(spec.params instanceof z.ZodObject ? { params: spec.params } : {}),
      ...(spec.query instanceof z.ZodObject ? { query: spec.query } : {}),
      ...(content ? { body: { content } } : {}),
    },
    responses: {
      200: { description: 'OK', content: answer },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problemSchema } } },
    },
  })
}
