import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

const wordsSchema = z.object({ zh: z.string(), en: z.string() })
const leagueSchema = z.enum(['taskForces', 'bureaus', 'townships', 'stateCompanies'])
const leftOutSchema = z.enum(['noDuty', 'notDue', 'noPanel', 'noPeriodBefore', 'leagueTooSmall'])
const rankNoteSchema = z.enum(['leagueTooSmall', 'vetoed', 'nothingToJudge'])

const metricSchema = z.object({
  metricId: z.string(),
  words: wordsSchema,
  rule: z.enum(['targets', 'discipline', 'keyTasks', 'panel', 'drive', 'achievement', 'conduct']),
  weight: z.string(),
  guidance: wordsSchema.optional(),
})
const dimensionSchema = z.object({
  dimensionId: z.string(),
  words: wordsSchema,
  weight: z.string(),
  metrics: z.array(metricSchema),
})

const metricScoreSchema = z.object({
  metricId: z.string(),
  dimensionId: z.string(),
  share: z.string().nullable(),
  leftOut: leftOutSchema.nullable(),
  outOf: z.string(),
  points: z.string(),
  spread: z.object({ low: z.string(), high: z.string(), abstained: z.number() }).nullable(),
})

const runSchema = z.object({
  runId: z.string(),
  planId: z.string(),
  schemeVersion: z.number(),
  periodId: z.string(),
  resultHash: z.string(),
  sealHead: z.string(),
  runAt: z.string(),
  runByName: z.string(),
})

const scoresSchema = z.object({
  plan: z.object({ planId: z.string(), title: z.string() }).nullable(),
  runs: z.array(runSchema),
  run: runSchema.nullable(),
  dimensions: z.array(dimensionSchema),
  smallestLeague: z.number(),
  leagues: z.array(
    z.object({
      league: leagueSchema,
      ranked: z.boolean(),
      lines: z.array(
        z.object({
          objectId: z.string(),
          name: z.string(),
          total: z.string(),
          rank: z.number().nullable(),
          rankNote: rankNoteSchema.nullable(),
          metrics: z.array(metricScoreSchema),
        }),
      ),
    }),
  ),
  schemes: z.array(
    z.object({ version: z.number(), hash: z.string(), effectiveFrom: z.string(), publishedAt: z.string() }),
  ),
  due: z.object({ periodId: z.string(), hasScheme: z.boolean(), panelScores: z.number() }).nullable(),
  may: z.object({ run: z.boolean(), publishScheme: z.boolean() }),
})

const trailLineSchema = z.object({
  ref: z.object({
    kind: z.enum([
      'report',
      'release',
      'item',
      'node',
      'panelScore',
      'problem',
      'order',
      'correction',
      'scoreRun',
      'document',
    ]),
    id: z.string(),
    periodId: z.string().nullable(),
    sealSeq: z.number().nullable(),
  }),
  values: z.record(z.string(), z.string()),
  share: z.string().nullable(),
  weight: z.string(),
  record: z.object({
    title: z.string(),
    itemId: z.string().nullable(),
    quote: z.string().nullable(),
    path: z.string().nullable(),
    number: z.number().nullable(),
  }),
})

const trailSchema = z.object({
  run: runSchema,
  objectName: z.string(),
  sheet: z.object({
    objectId: z.string(),
    league: leagueSchema,
    total: z.string(),
    bonus: z.string(),
    deduction: z.string(),
    rank: z.number().nullable(),
    rankNote: rankNoteSchema.nullable(),
  }),
  dimensions: z.array(dimensionSchema),
  metrics: z.array(metricScoreSchema.extend({ trail: z.array(trailLineSchema) })),
})

const panelSheetSchema = z.object({
  planId: z.string(),
  planTitle: z.string(),
  periodId: z.string(),
  closed: z.boolean(),
  hasScheme: z.boolean(),
  metrics: z.array(metricSchema),
  objects: z.array(z.object({ objectId: z.string(), league: leagueSchema, name: z.string(), may: z.boolean() })),
  scores: z.array(
    z.object({ metricId: z.string(), objectId: z.string(), score: z.string().nullable(), note: z.string() }),
  ),
})

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
const runId = z.object({ runId: z.uuid() })

export const scoringContract = {
  scores: endpoint({
    method: 'get',
    path: '/api/scores',
    summary: 'Scores of a plan in one evaluation, by league',
    query: z.object({ planId: z.uuid().optional(), runId: z.uuid().optional() }),
    output: scoresSchema,
  }),
  publishScheme: endpoint({
    method: 'post',
    path: '/api/schemes',
    summary: 'Publish the scheme from a quarter that has not begun',
    body: z.object({ planId: z.uuid(), effectiveFrom: quarter }),
    output: z.object({ schemeId: z.string(), version: z.number(), hash: z.string() }),
  }),
  runEvaluation: endpoint({
    method: 'post',
    path: '/api/scores',
    summary: 'Evaluate a quarter that is over and sealed',
    body: z.object({ planId: z.uuid(), periodId: quarter }),
    output: z.object({ runId: z.string(), resultHash: z.string() }),
  }),
  recompute: endpoint({
    method: 'get',
    path: '/api/scores/{runId}/recomputed',
    summary: 'Recompute an evaluation from its inputs, its seals and its trails',
    params: runId,
    output: z.object({
      resultHash: z.string(),
      recomputedHash: z.string(),
      sameResult: z.boolean(),
      sameInputs: z.boolean(),
      faults: z.array(
        z.object({
          objectId: z.string(),
          metricId: z.string().nullable(),
          shown: z.string(),
          recomputed: z.string(),
        }),
      ),
    }),
  }),
  trail: endpoint({
    method: 'get',
    path: '/api/scores/{runId}/objects/{objectId}',
    summary: 'Every point of a score down to its records and sentences',
    params: runId.extend({ objectId: z.string().max(60) }),
    output: trailSchema,
  }),
  panelSheet: endpoint({
    method: 'get',
    path: '/api/panel',
    summary: "A panel member's own sheet",
    query: z.object({ planId: z.uuid().optional(), periodId: quarter.optional() }),
    output: panelSheetSchema,
  }),
  givePanelScore: endpoint({
    method: 'put',
    path: '/api/panel',
    summary: 'Give a score or abstain',
    body: z.object({
      planId: z.uuid(),
      periodId: quarter,
      metricId: z.string().max(60),
      objectId: z.string().max(60),
      score: z.string().max(10).nullable(),
      abstained: z.boolean(),
      note: z.string().max(500),
    }),
    output: z.object({ done: z.literal(true) }),
  }),
} as const

export type Scores = z.infer<typeof scoresSchema>
export type League = Scores['leagues'][number]
export type ScoreLine = League['lines'][number]
export type MetricScore = z.infer<typeof metricScoreSchema>
export type Dimension = z.infer<typeof dimensionSchema>
export type Metric = z.infer<typeof metricSchema>
export type ScoreTrail = z.infer<typeof trailSchema>
export type TrailLine = z.infer<typeof trailLineSchema>
export type PanelSheet = z.infer<typeof panelSheetSchema>
export type LeagueKind = z.infer<typeof leagueSchema>
