import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRoles, type RoleGrant } from '#core/organisation'
import { type BesiegedRegion, formWith, openBesiegedRegion } from './besieged-region.ts'
import { type Operation, operationsOf, placesIn, sampleOf, withAt } from './schema-samples.ts'

let region: BesiegedRegion
let operations: readonly Operation[]
let everybody: string
let known: Readonly<Record<string, string | number>>

beforeAll(async () => {
  region = await openBesiegedRegion()
  operations = operationsOf(await (await region.raw('/api/openapi.json')).json())
  const { planId, units } = region.plan
  const bound = { planId, taskForceNo: 2, unitId: units.office }
  everybody = await region.person('everybody', ...allRoles.map((role): RoleGrant => ({ role, ...bound })))
  known = await objects()
})
afterAll(() => region.test.close())

/** One object of each kind, so that a hostile value meets a living one. */
async function objects(): Promise<typeof known> {
  const { plan } = region
  const made = async (path: string, body: unknown, name: string): Promise<string> => {
    const answer = await region.send(everybody, 'POST', path, body)
    const said = (await answer.json()) as Record<string, string>
    expect(answer.status, JSON.stringify(said)).toBe(200)
    return said[name] ?? ''
  }
  const text = '一、招商引资攻坚\n全年新签约项目60个。责任单位：区招商局。\n'
  const cadence = await region.test.database.owner.selectFrom('cadence').select('cadence_id').executeTakeFirstOrThrow()
  return {
    ...{ planId: plan.planId, itemId: plan.items.signed, unitId: plan.units.build, regionId: plan.region.regionId },
    ...{ cadenceId: cadence.cadence_id, periodId: '2026-D18', sealSeq: 3, accountId: await region.person('somebody') },
    draftId: await made('/api/drafts', formWith('方案.txt', text), 'draftId'),
    problemId: await made('/api/problems', { kind: 'problem', title: '围挡未拆' }, 'problemId'),
    orderId: await made('/api/orders', { text: '请核实', unitId: plan.units.build }, 'orderId'),
    documentId: await made('/api/documents', { planId: plan.planId, sealSeq: 2 }, 'documentId'),
    publicationId: await made('/api/publications', { planId: plan.planId }, 'publicationId'),
  }
}

const STRINGS = [
  ...[
    '01999999-aaaa-7000-8000-000000000000',
    '',
    '\u0000',
    'a\ud800b',
    '0000-01-01',
    '9999-12-31',
    '9999-12-31T23:59:59Z',
    '2026-D99',
    '2026-Q9',
  ],
  ...["'", '"', '%', '\\', '_%\'";--', '\u202e\ufeff\u0001', '长'.repeat(60_000), '9'.repeat(39), '-1e999'],
  ...['__proto__', '../../../etc/passwd', '<script>1</script>', '{{7*7}}', '=1+1'],
]
const OTHERS = [null, -1, 0, 0.5, 2 ** 31, 1e308, true, [], {}, [[[[[]]]]]]

async function sent(operation: Operation, parts: Parts): Promise<string | null> {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(parts.path[name] ?? ''))
  const query = Object.entries(parts.query).map(([name, value]) => `${name}=${encode(value)}`)
  const address = query.length > 0 ? `${path}?${query.join('&')}` : path
  const { method } = operation
  const answer = await region.send(everybody, method, address, method === 'GET' ? undefined : parts.body)
  await answer.arrayBuffer()
  return answer.status >= 500 ? `${method} ${address.slice(0, 200)} ${JSON.stringify(parts.body)?.slice(0, 400)}` : null
}

interface Parts {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Percent-encoded; a half surrogate as the bytes that stand for it, which encodeURIComponent refuses. */
function encode(value: string): string {
  return /\p{Cs}/u.test(value) ? '%ED%A0%80' : encodeURIComponent(value)
}

function partsOf({ parameters, body }: Operation): Parts {
  const of = (place: string) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, String(sampleOf(schema, known, name))]),
    )
  return { path: of('path'), query: of('query'), body: body === null ? undefined : sampleOf(body, known) }
}

const hasForm = (value: unknown): boolean => typeof value !== 'string' || /^[\w:-]{4,}$/.test(value)

/** Where the contract holds the form (ids, days, choices) a few values show that it does. */
const stringsFor = (value: unknown): readonly string[] => (hasForm(value) ? STRINGS.slice(0, 9) : STRINGS)

function valueAt(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], value)
}

let places = 0

/** Every second value, the others at the next place: each meets half of all fields, and each field half of all values. */
function inTurn<Value>(values: readonly Value[]): readonly Value[] {
  places += 1
  return values.filter((_, index) => index % 2 === places % 2)
}

function attacksOn(operation: Operation): readonly Parts[] {
  const parts = partsOf(operation)
  const inAddress = (['path', 'query'] as const).flatMap((place) =>
    Object.keys(parts[place]).flatMap((name) =>
      stringsFor(parts[place][name]).map((value) => ({
        ...parts,
        [place]: { ...parts[place], [name]: value.slice(0, 4_000) },
      })),
    ),
  )
  const inBody =
    parts.body === undefined
      ? []
      : placesIn(parts.body).flatMap((way) =>
          inTurn([...stringsFor(valueAt(parts.body, way)), ...OTHERS]).map((value) => ({
            ...parts,
            body: withAt(parts.body, way, value),
          })),
        )
  return [parts, ...inAddress, ...inBody]
}

it('no hostile value in any parameter or field of any endpoint breaks the server', async () => {
  expect(operations.length).toBeGreaterThan(100)
  const broken: string[] = []
  let attempts = 0
  const attacked = operations.filter(({ takesFile, path }) => !takesFile && path !== '/api/session')
  const attacks = attacked.flatMap((operation) => attacksOn(operation).map((attack) => ({ operation, attack })))
  const next = attacks.values()
  const attacker = async () => {
    for (const { operation, attack } of next) {
      attempts += 1
      const failure = await sent(operation, attack)
      if (failure !== null) broken.push(failure)
    }
  }
  await Promise.all(Array.from({ length: 4 }, attacker))
  expect(broken).toEqual([])
  expect(attempts).toBeGreaterThan(5_000)
}, 600_000)
