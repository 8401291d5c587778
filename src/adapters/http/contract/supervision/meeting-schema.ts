import { z } from 'zod'
import { lightSchema, reasonSchema } from '#adapters/http/contract/insight'

const projected = { end: z.string(), low: z.string(), high: z.string() }
const stateSchema = z.enum(['planned', 'held', 'issued'])

export const meetingRowSchema = z.object({
  meetingId: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  campaignNo: z.number(),
  number: z.number(),
  heldOn: z.string(),
  place: z.string(),
  chair: z.string(),
  state: stateSchema,
  decisions: z.number(),
})

const agendaLineSchema = z.object({
  itemId: z.string(),
  title: z.string(),
  campaignName: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  light: z.enum(['red', 'yellow']),
  grounds: z.array(
    z.enum([
      'red',
      'yellow',
      'earlyWarning',
      'redLine',
      'silent',
      'unreleased',
      'overclaimed',
      'blocked',
      'farBehind',
      'firm',
    ]),
  ),
  reasons: z.array(reasonSchema),
  actual: z.string().nullable(),
  unit: z.string(),
  source: z.object({ sealSeq: z.number().nullable(), periodId: z.string() }).nullable(),
  claim: z.enum(['onPace', 'behind', 'done', 'blocked']).nullable(),
  gap: z.enum(['over', 'under']).nullable(),
  projected: z.object(projected).nullable(),
})

const agendaSchema = z.object({
  basis: z.enum(['sealed', 'live']),
  seal: z.object({ seq: z.number(), periodId: z.string(), sealedOn: z.string() }).nullable(),
  takenOn: z.string(),
  whole: z.object({ count: z.number(), lights: z.record(lightSchema, z.number()) }),
  lines: z.array(agendaLineSchema),
  misses: z.array(
    z.object({
      ...{ itemId: z.string(), title: z.string(), unitName: z.string(), light: lightSchema },
      ...{ target: z.string(), unit: z.string(), ...projected },
    }),
  ),
  silentUnits: z.array(z.object({ unitName: z.string(), items: z.number() })),
})

const fateSchema = z.enum(['done', 'open', 'overdue', 'withdrawn'])

export const presenceSchema = z.enum(['expected', 'present', 'substitute', 'absent'])

export const meetingActSchema = z.enum([
  ...(['takeAgenda', 'addLine', 'note', 'attend', 'decide', 'hold', 'issueMinutes', 'correctMinutes'] as const),
])

/** A meeting as its page shows it. */
export const meetingPageSchema = z.object({
  meeting: meetingRowSchema.extend({
    revision: z.number(),
    agenda: agendaSchema,
    issuedAt: z.string().nullable(),
  }),
  lines: z.array(z.object({ lineId: z.string(), title: z.string() })),
  notes: z.array(z.object({ lineId: z.string(), words: z.string(), revision: z.number(), changedByName: z.string() })),
  attendees: z.array(
    z.object({ attendeeNo: z.number(), post: z.string(), presence: presenceSchema, reason: z.string() }),
  ),
  decisions: z.array(
    z.object({
      ...{ decisionNo: z.number(), lineId: z.string(), kind: z.enum(['order', 'blockage', 'noted']) },
      ...{ words: z.string(), unitName: z.string(), decidedAt: z.string(), decidedByName: z.string() },
      ...{ fate: fateSchema, dueOn: z.string().nullable() },
      order: z.object({ orderId: z.string(), number: z.number() }).nullable(),
    }),
  ),
  blockages: z.array(
    z.object({
      ...{ blockageId: z.string(), lineId: z.string(), unitName: z.string(), what: z.string(), needs: z.string() },
      mayAnswer: z.boolean(),
    }),
  ),
  followUps: z.array(
    z.object({
      ...{ meetingId: z.string(), meetingNumber: z.number(), words: z.string(), unitName: z.string() },
      ...{ dueOn: z.string().nullable(), orderId: z.string().nullable(), orderNumber: z.number().nullable() },
      fate: fateSchema,
    }),
  ),
  corrections: z.array(
    z.object({
      ...{ oldWords: z.string(), newWords: z.string(), reason: z.string() },
      ...{ madeAt: z.string(), madeByName: z.string() },
    }),
  ),
  may: z.array(meetingActSchema),
})

export type MeetingRow = z.infer<typeof meetingRowSchema>
export type MeetingPage = z.infer<typeof meetingPageSchema>
export type MeetingAct = z.infer<typeof meetingActSchema>
export type AgendaLine = z.infer<typeof agendaLineSchema>
