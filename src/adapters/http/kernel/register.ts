import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { Context } from '#app/kit'
import { type Refusal, type Result, refuse } from '#core/kit'
import { type Endpoint, type OutputOf, type ParsedInput, problemSchema } from '#adapters/http/contract/kit'
import { dispositionOf, type FileAnswer } from './file-answer.ts'
import { problemOf } from './problem-answer.ts'
import { languageOf } from './request-language.ts'
import { readUpload, type Upload } from './upload.ts'

/** What the session middleware leaves for the handlers. */
export interface HttpVariables {
  useCaseContext: Context | undefined
  /** A context without a person, for public endpoints. */
  visitor: (region: string | undefined) => Promise<Context | null>
  sessionTokenHash: string | undefined
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

/** Registers one endpoint: parse → use case → present; the same spec goes into OpenAPI. */
export function register<E extends Endpoint>(app: GuatuHono, spec: E, handler: Handler<E>): void {
  describe(app, spec)
  app.on(spec.method.toUpperCase(), spec.path.replace(/\{(\w+)\}/g, ':$1'), async (request) => {
    const context =
      request.get('useCaseContext') ?? (spec.access === 'public' ? await request.get('visitor')(undefined) : null)
    if (!context)
      return answerRefusal(request, { code: spec.access === 'public' ? 'region.notFound' : 'auth.signInFirst' })
    const parsed = await parseInput(request, spec)
    if (!parsed.ok) return answerRefusal(request, parsed.refusal)
    const extras = { upload: parsed.value.upload, http: request, retryKey: request.req.header('idempotency-key') }
    const result = await handler(context, parsed.value.input, extras)
    return result.ok ? present(request, result.value) : answerRefusal(request, result.refusal)
  })
}

/** Sends a refusal as problem+json in the reader's language. */
export function answerRefusal(request: HonoContext, refusal: Refusal): Response {
  const problem = problemOf(refusal, languageOf(request))
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function parseInput<E extends Endpoint>(
  request: HonoContext,
  spec: E,
): Promise<Result<{ input: ParsedInput<E>; upload: Upload | undefined }>> {
  const upload = spec.upload ? await readUpload(request, spec.upload.maxBytes) : undefined
  if (upload && !upload.ok) return upload
  const raw = {
    params: request.req.param(),
    query: request.req.query(),
    body: spec.body ? (upload ? upload.value.fields : await readJson(request)) : undefined,
  }
  const shape = z.object({
    params: spec.params ?? z.unknown(),
    query: spec.query ?? z.unknown(),
    body: spec.body ?? z.unknown(),
  })
  const parsed = shape.safeParse(raw)
  if (!parsed.success) return refuseInput(parsed.error)
  return { ok: true, value: { input: parsed.data as ParsedInput<E>, upload: upload?.value } }
}

function refuseInput(error: z.ZodError): { ok: false; refusal: Refusal } {
  const issue = error.issues[0]
  const at = issue?.path.slice(1).join('.') ?? ''
  return refuse('request.invalid', { problem: at ? `${at}: ${issue?.message ?? ''}` : (issue?.message ?? '') }, at)
}

async function readJson(request: HonoContext): Promise<unknown> {
  try {
    return await request.req.json()
  } catch {
    return undefined
  }
}

function present(request: HonoContext, value: unknown): Response {
  if (isFileAnswer(value)) {
    return new Response(value.bytes.slice().buffer, {
      headers: {
        'content-type': value.mediaType,
        'content-disposition': dispositionOf(value),
        'cache-control': 'private, no-store',
      },
    })
  }
  return request.json(value ?? null, 200, { 'cache-control': 'no-store' })
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
