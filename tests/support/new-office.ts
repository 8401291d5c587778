import { afterAll, beforeAll } from 'vitest'
import { eventually, openBrowserDesk } from './browser.ts'
import { openAccount, openOffice } from './office.ts'
import { type ServedProduct, serveProduct } from './served-product.ts'

/** A region that nobody has entered yet, served for the tests of a file, and the way its first coordinator comes in. */
export function openNewOffice() {
  const desk = openBrowserDesk()
  let product: ServedProduct
  const office = openOffice(desk, () => product)
  beforeAll(async () => {
    product = await serveProduct(['--name', '试点区'])
    await eventually(() => product.links.size, 3)
  })
  afterAll(() => product?.remove())
  return {
    office,
    /** Brings in both administrators and the coordinator; gives the coordinator's page. */
    async enterCoordinator() {
      await office.enter('系统管理员', { address: product.links.get('admin') ?? '' })
      await office.enter('安全管理员', { address: product.links.get('security') ?? '' })
      return office.enter('综合协调', await openAccount(office, '综合协调', { role: '综合协调' }))
    },
  }
}
