import fc from 'fast-check'
import { expect, it } from 'vitest'
import { turns } from './turns.ts'

it('lets so many at once and the others in their order, whatever becomes of them', async () => {
  const works = fc.array(fc.record({ steps: fc.nat({ max: 5 }), fails: fc.boolean() }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(works, fc.integer({ min: 1, max: 4 }), async (asked, most) => {
      const inTurn = turns(most)
      const begun: number[] = []
      let [under, highest] = [0, 0]
      const ends = await Promise.allSettled(
        asked.map(({ steps, fails }, index) =>
          inTurn(async () => {
            begun.push(index)
            under += 1
            highest = Math.max(highest, under)
            for (let step = 0; step < steps; step += 1) await Promise.resolve()
            under -= 1
            if (fails) throw new Error('refused')
            return index
          }),
        ),
      )
      expect(begun).toEqual(asked.map((_, index) => index))
      expect(highest).toBeLessThanOrEqual(most)
      expect(ends.map(({ status }) => status)).toEqual(asked.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')))
    }),
  )
})
