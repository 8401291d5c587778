import { afterAll, beforeAll } from 'vitest'
import { type BrowserDesk, openBrowserDesk } from '../../support/browser.ts'
import { foundClocked } from '../../support/clocked-region.ts'
import { type Key, type Office, openOffice } from '../../support/office.ts'
import { type ServedProduct, serveProduct } from '../../support/served-product.ts'

/** What 县工信局 reports of its 300 visits, and says to be on pace: the figure that is followed through the house. */
export const FOLLOWED = '137'
/** The file with which it backs that figure. */
export const EVIDENCE = { name: '走访台账.txt', mimeType: 'text/plain', buffer: Buffer.from('七月走访企业台账') }

/** A served region in which the whole loop is played once, step by step. */
export interface Loop {
  readonly desk: BrowserDesk
  readonly office: Office
  product(): ServedProduct
  /** What lets one of the three founders in, by account. */
  founder(login: 'admin' | 'security' | 'auditor'): Key
  /** What lets a unit's reporter or signer in, by account. */
  unitKey(login: string): Key
  /** What one step learns and a later one needs. */
  readonly known: {
    /** Addresses of the units' one-time links by account. */
    links: ReadonlyMap<string, string>
    /** The page of the item that is followed. */
    itemPath: string
    /** The words of the issued briefing, without spaces. */
    briefing: string
  }
}

/** Serves a region that has a clock of its own, on the morning of 25 June 2026. */
export function openLoop(): Loop {
  const desk = openBrowserDesk()
  let product: ServedProduct
  let founders: ReadonlyMap<string, string>
  beforeAll(async () => {
    product = await serveProduct([], async (dataFolder) => {
      const region = { regionId: 'chengchuan', name: '澄川县', clockAt: '2026-06-25T01:00:00.000Z' }
      founders = await foundClocked(dataFolder, region)
    })
  })
  afterAll(() => product?.remove())
  const known: Loop['known'] = { links: new Map(), itemPath: '', briefing: '' }
  const keyOf = (address: string | undefined): Key => {
    if (address === undefined) throw new Error('there is no such link')
    return { address }
  }
  return {
    ...{ desk, known, office: openOffice(desk, () => product), product: () => product },
    founder: (login) => keyOf(founders.get(login)),
    unitKey: (login) => keyOf(known.links.get(login)),
  }
}
