import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const day = z.iso.date()
const byUnit = z.record(z.string(), z.array(z.string()))
const selector = {
  subject: z.string(),
  kind: z.string().optional(),
  due: z.string().optional(),
  value: z.string().optional(),
}

const storySchema = z.object({
  seed: z.number(),
  clock: z.object({ start: day, firstDekad: z.string(), lastSealed: z.string(), open: z.string(), today: day }),
  noise: z.string(),
  settlements: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  tempos: z.record(z.string(), z.array(z.string())),
  remarks: z.record(z.string(), z.array(z.string())),
  late: byUnit,
  silent: byUnit,
  overClaims: z.array(
    z.object({
      unit: z.string(),
      subject: z.string(),
      from: z.string(),
      to: z.string(),
      factor: z.string(),
      foundOn: day,
      finding: z.string(),
    }),
  ),
  returned: z.array(z.object({ unit: z.string(), subject: z.string(), period: z.string(), reason: z.string() })),
  corrections: z.array(
    z.object({
      unit: z.string(),
      subject: z.string(),
      period: z.string(),
      from: z.string(),
      to: z.string(),
      on: day,
      reason: z.string(),
    }),
  ),
  blockages: z.array(z.object({ unit: z.string(), subject: z.string(), period: z.string(), text: z.string() })),
  problems: z.array(
    z.object({
      title: z.string(),
      subject: z.string().nullable().optional(),
      unit: z.string(),
      verifier: z.string(),
      openedOn: day,
      closedOn: day.nullable(),
      stateOn31July: z.string(),
      refusedClaims: z.number(),
    }),
  ),
  orders: z.array(
    z.object({
      by: z.string(),
      on: day,
      to: z.string(),
      text: z.string(),
      due: day,
      acknowledgedOn: day.nullable(),
      repliedOn: day.nullable(),
    }),
  ),
  tasks: z.object({
    doneAfterDue: z.object({ from: z.number(), to: z.number() }),
    overdue: z.array(z.object({ path: z.string(), quote: z.string(), doneOn: day.nullable() })),
  }),
  releases: z.array(
    z.object({
      subject: z.string(),
      kind: z.string().optional(),
      body: z.string(),
      values: z.array(
        z.object({
          period: z.string(),
          on: day,
          value: z.string(),
          document: z.string(),
          comparedWith: z.string().optional(),
        }),
      ),
    }),
  ),
  recognised: z.array(
    z.object({
      subject: z.string(),
      kind: z.string(),
      unit: z.string(),
      body: z.string(),
      rows: z.array(
        z.object({
          name: z.string(),
          filedOn: day,
          admittedOn: day.nullable(),
          recognisedOn: day.nullable(),
          document: z.string(),
        }),
      ),
    }),
  ),
  targetFacts: z.array(
    z.object({
      subject: z.string(),
      kind: z.string(),
      on: day,
      document: z.string(),
      fact: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('baseline'), value: z.string() }),
        z.object({ kind: z.literal('milestone'), on: day, value: z.string() }),
        z.object({ kind: z.literal('longTerm'), due: day, plan: z.string(), value: z.string() }),
      ]),
    }),
  ),
  redLines: z.array(z.object({ path: z.string(), quote: z.string(), title: z.string(), unit: z.string() })),
  redLineEvents: z.array(
    z.object({ subject: z.string(), kind: z.string(), on: day, happenedOn: day, note: z.string() }),
  ),
  estimates: z.array(
    z.object({
      subject: z.string(),
      kind: z.string(),
      on: day,
      period: z.string(),
      value: z.string(),
      basis: z.string(),
    }),
  ),
  paths: z.array(
    z.object({
      ...selector,
      every: z.enum(['dekad', 'month', 'quarter']).optional(),
      tempo: z.string().optional(),
      months: z.array(z.string().nullable()).optional(),
      baseline: z.string().nullable().optional(),
      reachedOn: day.nullable().optional(),
      verifiedOn: day.optional(),
      noise: z.string().optional(),
    }),
  ),
})

/** What happened in the sample district from January to July (samples/qinglan-2026/story.json). */
export type Story = z.infer<typeof storySchema>
/** How one own indicator went. */
export type StoryPath = Story['paths'][number]

const folder = new URL('../../../samples/qinglan-2026/', import.meta.url)

/** Reads the story. */
export async function readStory(): Promise<Story> {
  return storySchema.parse(JSON.parse(await readFile(fileURLToPath(new URL('story.json', folder)), 'utf8')))
}

/** The issued file of the sample plan. */
export async function readSamplePlan(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(fileURLToPath(new URL('plan.docx', folder))))
}

/** A further file of the district by its name: last year's plan, a draft that is being worked on. */
export async function readDistrictFile(fileName: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(fileURLToPath(new URL(fileName, folder))))
}
