import { describe, expect, it } from 'vitest'
import {
  actionsByObject,
  allActions,
  allRights,
  allRoles,
  cellWords,
  isAllowed,
  type ObjectKind,
  rightsMatrix,
  roleBook,
} from '#core/organisation'
import { expectedRights } from './rights-expected.data.ts'
import { type ActorName, actors, situations } from './rights-situations.ts'

const REGION = 'sample'
const situationsOf = (of: keyof typeof situations) => Object.entries(situations[of])

describe('the rights', () => {
  it.each(allActions.map(({ action }) => action))('%s: in every situation as domain.md says', (action) => {
    const { of, may } = expectedRights[action]
    for (const [name, roles] of Object.entries(actors)) {
      const actor = { accountId: 'me', regionId: REGION, roles }
      const allowed = situationsOf(of).filter(([, facts]) => isAllowed(actor, action, { regionId: REGION, ...facts }))
      const wanted = may[name as ActorName] ?? []
      const expected = situationsOf(of).filter(([situation]) => wanted === 'all' || wanted.includes(situation))
      expect({ [name]: allowed.map(([situation]) => situation) }).toEqual({
        [name]: expected.map(([situation]) => situation),
      })
      const abroad = situationsOf(of).filter(([, facts]) => isAllowed(actor, action, { regionId: 'other', ...facts }))
      expect(abroad, `${name} across regions`).toEqual([])
    }
  })

  it('names only situations that there are', () => {
    const unknown = Object.entries(expectedRights).flatMap(([action, { of, may }]) =>
      Object.values(may)
        .flatMap((names) => (names === 'all' ? [] : [...names]))
        .filter((name) => !(name in situations[of]))
        .map((name) => `${action}: ${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('stand in docs/rights.md as they are; `npx vitest run tests/security/rights-matrix.test.ts -u` writes it', async () => {
    await expect(rightsDocument()).toMatchFileSnapshot('../../docs/rights.md')
  })
})

/** The matrix to read: by object and action, who may, under which conditions, in both languages. */
function rightsDocument(): string {
  const matrix = rightsMatrix(allRights)
  const sections = (Object.keys(actionsByObject) as ObjectKind[]).map((kind) => {
    const actions = actionsByObject[kind].map((action) => {
      const lines = allRoles.flatMap((role) => {
        const cell = matrix.find((one) => one.role === role && one.action === action)
        if (!cell?.allowed) return []
        const [who, when] = [roleBook[role].words, cellWords(cell)]
        return [`- ${who.zh} ${who.en}: ${when.zh} · ${when.en}`]
      })
      return `### ${action}\n\n${lines.join('\n')}\n`
    })
    return `## ${kind}\n\n${actions.join('\n')}`
  })
  return `# Rights\n\nMade from the sentences in \`src/core/*/rights.ts\`; a test keeps it up to date. Whoever is not named may not. Nothing is allowed across regions.\n\n${sections.join('\n')}`
}
