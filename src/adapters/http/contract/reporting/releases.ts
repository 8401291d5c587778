import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { correctionSchema, lineSchema, text } from './lines.ts'

const releaseSchema = z.object({
  periodId: z.string(),
  value: z.string(),
  estimate: z.boolean(),
  body: z.string(),
  document: z.string(),
  releasedOn: z.string(),
  score: z.string().nullable(),
  rank: z.number().nullable(),
  rankOf: z.number().nullable(),
})

const seriesSchema = z.object({
  itemId: z.string(),
  title: z.string(),
  origin: z.enum(['statutory', 'official']),
  figureUnit: z.string(),
  frequency: z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
  reportingUnitName: z.string().nullable(),
  latest: releaseSchema.nullable(),
})

/** An indicator whose figures come by release only. */
export type Series = z.infer<typeof seriesSchema>

const itemId = z.object({ itemId: z.uuid() })

/** Figures from releases, verifications, red-line events, and the history of an item. */
export const releaseContract = {
  series: endpoint({
    method: 'get',
    path: '/api/releases',
    summary: 'Statutory and official series with the latest figure of each',
    output: z.object({ series: z.array(seriesSchema) }),
  }),
  importReleases: endpoint({
    method: 'post',
    path: '/api/releases',
    summary: 'Take the figures of one release: all of it, or nothing',
    body: z.object({
      body: text(100).min(1),
      document: text(200).min(1),
      releasedOn: z.iso.date(),
      figures: z
        .array(
          z.object({
            itemId: z.uuid(),
            periodId: z.string().min(4).max(10),
            value: text(40).min(1),
            estimate: z.boolean(),
            score: text(20).nullish(),
            rank: z.number().int().nullish(),
            rankOf: z.number().int().nullish(),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: z.object({ imported: z.number() }),
  }),
  verifyFigure: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/verifications',
    summary: 'Record that somebody outside the reporting unit has checked a figure or a completion',
    params: itemId,
    body: z.object({
      periodId: z.string().min(4).max(10).nullable(),
      basis: z.enum(['document', 'inspector', 'coordinator']),
      note: text(1000),
    }),
    output: z.object({ verificationId: z.string() }),
  }),
  recordRedLineEvent: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/red-line-events',
    summary: 'Record an event that breaks a red line',
    params: itemId,
    body: z.object({ happenedOn: z.iso.date(), note: text(1000) }),
    output: z.object({ eventId: z.string() }),
  }),
  history: endpoint({
    method: 'get',
    path: '/api/items/{itemId}/history',
    summary: 'Everything that was ever said of an item',
    params: itemId,
    output: z.object({
      lines: z.array(lineSchema),
      corrections: z.array(correctionSchema),
      releases: z.array(releaseSchema),
      verifications: z.array(
        z.object({
          verificationId: z.string(),
          periodId: z.string().nullable(),
          basis: z.enum(['document', 'inspector', 'coordinator']),
          note: z.string(),
          verifiedAt: z.string(),
        }),
      ),
      redLineEvents: z.array(z.object({ eventId: z.string(), happenedOn: z.string(), note: z.string() })),
    }),
  }),
} as const
