import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, openStory, saidOf, type Story } from './story.ts'

let story: Story

beforeAll(async () => {
  story = await openStory()
  await story.done('coordinator', 'POST', `/api/cadences/${story.cadenceId}/periods/2026-D21/open`)
})
afterAll(() => story.region.test.close())

const statusOf = async (actor: Actor, method: string, path: string, body?: unknown): Promise<number> =>
  (await story.send(actor, method, path, body)).status

describe('two at once', () => {
  const both = async (actors: readonly [Actor, Actor], ask: (actor: Actor) => Promise<number>) =>
    (await Promise.all(actors.map(ask))).toSorted()

  it('publish a draft: one version', async () => {
    const draftId = await story.draft()
    const answers = await both(['coordinator', 'coordinator2'], (actor) =>
      statusOf(actor, 'POST', `/api/drafts/${draftId}/publish`, {}),
    )
    expect(answers).toEqual([200, 422])
  })

  it('sign and withdraw a report: one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const key = await story.report('signed', 'submitted')
      const [signed, withdrawn] = await Promise.all([
        statusOf('signer', 'POST', '/api/reports/sign', { reports: [key] }),
        statusOf('reporter', 'POST', '/api/reports/withdraw', key),
      ])
      expect([signed, withdrawn].filter((status) => status === 200)).toHaveLength(1)
    }
  })

  it('issue two briefings: two numbers; decide one correction: once', async () => {
    const documents = []
    for (const sealSeq of [1, 2]) {
      const asked = { planId: story.region.plan.planId, sealSeq }
      const { documentId } = await story.done('coordinator', 'POST', '/api/documents', asked)
      await story.done('leader', 'POST', `/api/documents/${documentId}/check`, { revision: 1 })
      documents.push(documentId)
    }
    const issued = await Promise.all(
      documents.map((id) => story.send('coordinator', 'POST', `/api/documents/${id}/issue`, { revision: 2 })),
    )
    const numbers = await Promise.all(
      issued.filter(({ ok }) => ok).map(async (answer) => ((await answer.json()) as { number: number }).number),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(issued.every(({ status }) => status < 500)).toBe(true)
    const asked = { cadenceId: story.cadenceId, periodId: '2026-D15', itemId: story.region.plan.items.signed }
    const correction = { ...asked, newFigure: '23', newClaim: null, reason: '漏报' }
    const { correctionId } = await story.done('reporter', 'POST', '/api/corrections', correction)
    const path = `/api/corrections/${correctionId}/decision`
    expect(
      await both(['coordinator', 'coordinator2'], (actor) => statusOf(actor, 'POST', path, { approve: true })),
    ).toEqual([200, 422])
  })

  it('submit and close a period: what was submitted after the close is refused, and the close happens once', async () => {
    const key = await story.report('signed', 'nothing')
    const clock = { clock_at: '2026-08-05T01:00:00.000Z' }
    await story.region.test.database.owner
      .updateTable('region')
      .set(clock)
      .where('region_id', '=', 'lakeside')
      .execute()
    const path = `/api/cadences/${story.cadenceId}/periods/2026-D21/close`
    const [submitted, ...closed] = await Promise.all([
      statusOf('reporter', 'POST', '/api/reports/submit', { reports: [{ ...key, said: saidOf('signed') }] }),
      statusOf('coordinator', 'POST', path),
      statusOf('coordinator2', 'POST', path),
    ])
    expect(closed.toSorted()).toEqual([200, 422])
    expect([200, 422]).toContain(submitted)
    expect(
      await statusOf('reporter', 'POST', '/api/reports/submit', { reports: [{ ...key, said: saidOf('signed') }] }),
    ).toBe(422)
  })
})
