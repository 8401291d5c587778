import { z } from 'zod'
import { daySchema } from '../kit/day.ts'
import { endpoint } from '../kit/index.ts'
import { admissionSchema } from '../registers/index.ts'
import { list } from './item-schema.ts'

const itemId = z.object({ itemId: z.uuid() })
const standingPlanId = z.object({ standingPlanId: z.uuid() })
const done = z.object({ done: z.literal(true) })
const said = z.object({
  title: z.string().max(300),
  docNumber: z.string().max(100),
  body: z.string().max(100),
  issuedOn: daySchema.nullable(),
})
const standingPlanSchema = z.object({
  standingPlanId: z.string(),
  title: z.string(),
  docNumber: z.string(),
  body: z.string(),
  issuedOn: z.string().nullable(),
  revision: z.number(),
  items: z.number(),
})
const linkSchema = z.object({
  linkId: z.string(),
  standingPlanId: z.string(),
  itemId: z.string(),
  itemTitle: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  inForce: z.boolean(),
  clause: z.string(),
  linkedAt: z.string(),
  linkedByName: z.string(),
})
const listedKind = z.enum(['task', 'project', 'policy'])
const placement = z.object({ kind: listedKind, reason: z.string().max(300) })
const admission = z.object({ admissionId: z.string() })

export type StandingPlan = z.infer<typeof standingPlanSchema>
export type ParentLink = z.infer<typeof linkSchema>

/** Where items belong besides their own plan and list: standing plans from elsewhere, further lists. */
export const parentEndpoints = {
  standingPlans: endpoint({
    method: 'get',
    path: '/api/standing-plans',
    summary: 'Standing plans from elsewhere with the items that carry them out',
    output: z.object({ plans: list(standingPlanSchema), links: list(linkSchema), mayKeep: z.boolean() }),
  }),
  addStandingPlan: endpoint({
    method: 'post',
    path: '/api/standing-plans',
    summary: 'Register a standing plan by title, number, body and day',
    body: said,
    output: standingPlanId,
  }),
  changeStandingPlan: endpoint({
    method: 'put',
    path: '/api/standing-plans/{standingPlanId}',
    summary: 'Put a mistake in the register of standing plans right',
    params: standingPlanId,
    body: said.extend({ revision: z.number().int().min(1) }),
    output: done,
  }),
  itemParents: endpoint({
    method: 'get',
    path: '/api/items/{itemId}/parents',
    summary: 'The standing plans that an item carries out',
    params: itemId,
    output: z.object({ links: list(linkSchema.extend({ plan: standingPlanSchema })), mayKeep: z.boolean() }),
  }),
  linkParent: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/parents',
    summary: 'Say that an item carries out a part of a standing plan',
    params: itemId,
    body: z.object({ standingPlanId: z.uuid(), clause: z.string().max(200) }),
    output: z.object({ linkId: z.string() }),
  }),
  unlinkParent: endpoint({
    method: 'post',
    path: '/api/parent-links/{linkId}/end',
    summary: 'End the link of an item with a standing plan',
    params: z.object({ linkId: z.uuid() }),
    output: done,
  }),
  itemLists: endpoint({
    method: 'get',
    path: '/api/items/{itemId}/lists',
    summary: 'The lists in which an item stands',
    params: itemId,
    output: z.object({
      own: z.string(),
      placements: list(
        z.object({
          placementId: z.string(),
          itemId: z.string(),
          kind: listedKind,
          reason: z.string(),
          placedAt: z.string(),
          placedByName: z.string(),
        }),
      ),
      admissions: list(admissionSchema),
      mayPlace: z.boolean(),
    }),
  }),
  placeItem: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/lists',
    summary: 'Ask that an item stand in a further list; it stays one record',
    params: itemId,
    body: placement,
    output: admission,
  }),
  takeOffList: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/lists/removal',
    summary: 'Ask that an item leave a further list',
    params: itemId,
    body: placement,
    output: admission,
  }),
} as const
