import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServedProduct, serveProduct } from '../support/served-product.ts'
import { foundDistricts, lookInto } from '../torture/districts.ts'

const FAR = '2099-01-01T00:00:00.000Z'

let product: ServedProduct | undefined
beforeAll(async () => {
  product = await serveProduct([], async (dataFolder) => {
    const [district] = await foundDistricts(dataFolder, 1, 'http://127.0.0.1:9/')
    await lookInto(dataFolder, async ({ database: { owner } }) => {
      await owner.updateTable('cadence').set({ opens_after: '2026-03-05' }).execute()
      await owner.updateTable('region').set({ clock_at: '2026-03-21T01:00:00.000Z' }).execute()
      // Another server has the work of the region, so that what is opened here the command has opened.
      const lease = { region_id: district?.regionId ?? '', task: 'remind', holder: 'another server', held_until: FAR }
      await owner.insertInto('task_lease').values(lease).execute()
    })
  })
})
afterAll(() => product?.remove())

it('guatu remind does the work of the clock beside a running server, and says in words what it did', async () => {
  const remind = (...args: readonly string[]) => product?.guatu('remind', ...args)
  expect(await remind()).toEqual({ code: 0, out: 'd1: 开启 2 期\n', err: '' })
  expect(await remind('--region', 'd1')).toEqual({ code: 0, out: 'd1: 没有到期的事\n', err: '' })
  const unknown = await remind('--region', 'd2')
  expect({ code: unknown?.code, said: unknown?.err.includes('没有地区 d2') }).toEqual({ code: 2, said: true })
})
