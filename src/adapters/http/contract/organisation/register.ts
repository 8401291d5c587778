import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

const kindSchema = z.enum([
  ...(['bureau', 'office', 'township', 'street', 'stationed'] as const),
  ...(['stateCompany', 'court', 'bank', 'group', 'other'] as const),
])
const gapSchema = z.enum(['noReporter', 'noSigner', 'onePerson'])
const partSchema = z.enum(['leaderInCharge', 'responsiblePerson', 'contact'])
const nameSchema = z.string().trim().min(1).max(100)
const reasonSchema = z.string().trim().min(1).max(500)

const unitSchema = z.object({
  ...{ unitId: z.string(), name: z.string(), kind: kindSchema, initials: z.string(), aliases: z.array(z.string()) },
  ...{ endedAt: z.string().nullable(), mergedInto: z.string().nullable(), mergedIntoName: z.string().nullable() },
  ...{ people: z.number(), duties: z.number(), members: z.number(), gap: gapSchema.nullable(), revision: z.number() },
})

const personSchema = z.object({
  ...{ accountId: z.string(), displayName: z.string(), role: z.string() },
  ...{ from: z.string().nullable(), until: z.string().nullable(), standsInForName: z.string().nullable() },
})

const postSchema = z.object({
  ...{ postId: z.string(), unitName: z.string(), title: z.string(), endedOn: z.string().nullable() },
  holders: z.array(
    z.object({ accountId: z.string(), displayName: z.string(), from: z.string(), until: z.string().nullable() }),
  ),
})

const membershipSchema = z.object({
  ...{ groupUnitId: z.string(), groupName: z.string(), memberUnitId: z.string(), memberName: z.string() },
  ...{ from: z.string().nullable(), until: z.string().nullable() },
})

const unitViewSchema = z.object({
  ...{ unit: unitSchema, mayManage: z.boolean(), mayKeepPosts: z.boolean() },
  ...{ people: z.array(personSchema), posts: z.array(postSchema) },
  duties: z.array(
    z.object({
      ...{ itemId: z.string(), title: z.string(), planTitle: z.string(), role: z.string() },
      throughGroup: z.string().nullable(),
    }),
  ),
  ...{ members: z.array(membershipSchema), groups: z.array(membershipSchema) },
  formerly: z.array(z.object({ unitId: z.string(), name: z.string() })),
  changes: z.array(
    z.object({
      ...{ changeId: z.string(), kind: z.string(), reason: z.string(), at: z.string(), byName: z.string() },
      changed: z.record(z.string(), z.tuple([z.string(), z.string()])),
    }),
  ),
})

/** A unit of the register. */
export type RegisterUnit = z.infer<typeof unitSchema>
/** Everything about one unit. */
export type UnitView = z.infer<typeof unitViewSchema>
/** A post with its holders. */
export type UnitPost = z.infer<typeof postSchema>

const unitBody = z.object({
  ...{ name: nameSchema, kind: kindSchema, aliases: z.array(nameSchema).max(50), reason: reasonSchema },
})
const revision = z.number().int().min(1)
const unitId = z.object({ unitId: z.uuid() })
const postId = z.object({ postId: z.uuid() })
const itemId = z.object({ itemId: z.uuid() })
const moved = z.object({ revision: z.number() })
const done = z.object({ done: z.literal(true) })

export const registerContract = {
  register: endpoint({
    ...{ method: 'get', path: '/api/organisation/units' },
    summary: 'The register of units in pinyin order, ended ones included',
    output: z.object({ units: z.array(unitSchema), mayManage: z.boolean() }),
  }),
  addUnit: endpoint({
    ...{ method: 'post', path: '/api/organisation/units', summary: 'Add a unit that no plan has named yet' },
    ...{ body: unitBody, output: unitId },
  }),
  unit: endpoint({
    ...{ method: 'get', path: '/api/organisation/units/{unitId}' },
    summary: 'One unit: people, posts, duties, members, what changed',
    ...{ params: unitId, output: unitViewSchema },
  }),
  editUnit: endpoint({
    ...{ method: 'put', path: '/api/organisation/units/{unitId}' },
    summary: 'Rename a unit, change its kind or its spellings; a former name stays a spelling',
    ...{ params: unitId, body: unitBody.extend({ revision }), output: moved },
  }),
  endUnit: endpoint({
    ...{ method: 'post', path: '/api/organisation/units/{unitId}/end', summary: 'End a unit that answers for nothing' },
    ...{ params: unitId, body: z.object({ revision, reason: reasonSchema }), output: moved },
  }),
  reopenUnit: endpoint({
    ...{
      method: 'post',
      path: '/api/organisation/units/{unitId}/reopen',
      summary: 'Take an ended unit into use again',
    },
    ...{ params: unitId, body: z.object({ revision, reason: reasonSchema }), output: moved },
  }),
  mergeUnits: endpoint({
    ...{ method: 'post', path: '/api/organisation/units/{unitId}/merge' },
    summary: 'Make one unit of two; the other answers from the next period on',
    ...{ params: unitId, body: z.object({ intoUnitId: z.uuid(), revision, reason: reasonSchema }) },
    output: z.object({ proposed: z.number() }),
  }),
  setMembers: endpoint({
    ...{ method: 'put', path: '/api/organisation/units/{unitId}/members' },
    summary: 'Say which units a group means from a day on',
    params: unitId,
    body: z.object({ memberUnitIds: z.array(z.uuid()).max(500), from: z.iso.date(), reason: reasonSchema }),
    output: z.object({ members: z.number() }),
  }),
  addPost: endpoint({
    ...{ method: 'post', path: '/api/organisation/units/{unitId}/posts', summary: 'Set up a post of a unit' },
    ...{ params: unitId, body: z.object({ title: nameSchema }), output: postId },
  }),
  setHolder: endpoint({
    ...{ method: 'put', path: '/api/organisation/posts/{postId}/holder' },
    summary: 'Say who holds a post from a day on, or that it is vacant',
    ...{ params: postId, body: z.object({ accountId: z.uuid().nullable(), from: z.iso.date() }), output: done },
  }),
  endPost: endpoint({
    ...{ method: 'post', path: '/api/organisation/posts/{postId}/end', summary: 'End a post; its past stays' },
    ...{ params: postId, output: done },
  }),
  itemPosts: endpoint({
    ...{
      method: 'get',
      path: '/api/items/{itemId}/posts',
      summary: 'The posts behind an item, and who holds them today',
    },
    params: itemId,
    output: z.object({
      mayKeep: z.boolean(),
      choices: z.array(postSchema),
      posts: z.array(
        z.object({
          ...{ part: partSchema, postId: z.string(), title: z.string(), unitName: z.string() },
          ...{ from: z.string(), until: z.string().nullable(), holder: z.string().nullable() },
        }),
      ),
    }),
  }),
  setItemPost: endpoint({
    ...{ method: 'put', path: '/api/items/{itemId}/posts/{part}' },
    summary: 'Say which post stands behind a part of an item from today on',
    params: itemId.extend({ part: partSchema }),
    body: z.object({ postId: z.uuid().nullable() }),
    output: done,
  }),
  colleagues: endpoint({
    ...{ method: 'get', path: '/api/colleagues', summary: 'Everybody who can hold a post or take something over' },
    output: z.object({
      colleagues: z.array(z.object({ accountId: z.string(), displayName: z.string(), unitNames: z.array(z.string()) })),
    }),
  }),
  signingGaps: endpoint({
    ...{ method: 'get', path: '/api/me/signing-gaps', summary: 'My units in which nobody could sign what is reported' },
    output: z.object({ gaps: z.array(z.object({ unitId: z.string(), unitName: z.string(), gap: gapSchema })) }),
  }),
} as const
