/** A part of a JSON schema as the OpenAPI document prints it. */
export interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
}

/** One operation of the OpenAPI document with what it takes. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[]
  readonly body: JsonSchema | null
  readonly takesFile: boolean
}

interface Printed {
  readonly parameters?: Operation['parameters']
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
}

/** Every operation that the application registered. */
export function operationsOf(document: unknown): readonly Operation[] {
  const { paths } = document as { paths: Readonly<Record<string, Readonly<Record<string, Printed>>>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      ...{ method: method.toUpperCase(), path, parameters },
      body: requestBody?.content['application/json']?.schema ?? null,
      takesFile: requestBody?.content['multipart/form-data'] !== undefined,
    })),
  )
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '01999999-0000-7000-8000-000000000000',
  date: '2026-08-10',
  'date-time': '2026-08-10T00:00:00Z',
}

/** A value that the schema takes; `known` gives what stands under a name. */
export function sampleOf(schema: JsonSchema, known: Readonly<Record<string, unknown>>, name = ''): unknown {
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if (choice) return sampleOf(choice, known, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, known) as object)) as unknown
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([part, below]) => [part, sampleOf(below, known, part)]),
    )
  }
  if (schema.type === 'array') return schema.items ? [sampleOf(schema.items, known)] : []
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.type === 'boolean') return true
  return FORMATS[schema.format ?? ''] ?? (schema.pattern?.includes('Q[1-4]') ? '2026-Q2' : '试')
}

/** Every place in a value that holds no object or list, as the way to it; a list stands for itself too. */
export function placesIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  const below = Object.entries(value).flatMap(([name, part]) => placesIn(part, [...way, name]))
  return Array.isArray(value) ? [way, ...below] : below
}

/** A copy of a value in which another one stands at a place. */
export function withAt(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === name ? withAt(part, rest, other) : part))
  return { ...(value as object), [name]: withAt((value as Record<string, unknown>)[name], rest, other) }
}
