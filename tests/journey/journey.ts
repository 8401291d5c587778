import type { Page } from 'playwright-core'
import { sessionCookie } from '#adapters/http/kernel'
import { makeLinkOnMachine } from '#app/organisation'
import { organisationContract } from '#adapters/http/contract/organisation'
import { reportingContract } from '#adapters/http/contract/reporting'
import { settleTables } from '#adapters/store'
import {
  type District,
  momentOf,
  readStory,
  type SamplePerson,
  sampleRegion,
  settleDistrict,
  stageOn,
  tellRules,
  tellScheme,
} from '#main/sample'
import { remindNow } from '#main/server'
import { inHouse } from '../support/clocked-region.ts'
import { type Office, openOffice } from '../support/office.ts'
import { type ServedProduct, serveProduct } from '../support/served-product.ts'
import type { BrowserDesk } from '../support/visitors.ts'
import { actRule } from '../support/dispatch.ts'
import { type Caller, callerWith, type LinkKey, signInByLink } from './api.ts'
import { type Book, openBook } from './book.ts'

/** The day before the quarter that is played. */
const EVE = '2026-03-31'

/** The sample district in the quarter that is played: its product, its people, and what they have said so far. */
export interface Journey {
  readonly product: ServedProduct
  readonly desk: BrowserDesk
  readonly office: Office
  readonly district: District
  readonly planId: string
  readonly cadenceId: string
  readonly book: Book
  /** Who reports for a unit, and who signs; a handover puts another in the place. */
  readonly reporters: Map<string, SamplePerson>
  readonly signers: Map<string, SamplePerson>
  /** Rows that another body has recognised so far, by item. */
  readonly recognised: Map<string, number>
  /** Rows by name, with the revision at which they stand. */
  readonly rows: Map<string, { readonly rowId: string; revision: number }>
  /** Publications that have been taken in. */
  readonly taken: Set<string>
  /** Rounds of reconciliation that are closed, each with the difference that it left open. */
  readonly rounds: { reconciliationId: string; periodId: string; name: string; open: readonly [string, string] }[]
  /** The briefing that was issued last, and whether the figures are out. */
  readonly papers: { documentId: string | null; isPublished: boolean }
  /** Meetings that were held. */
  readonly meetings: string[]
  /** Whether a report has come back at the page. */
  readonly returnedAtPage: { done: boolean }
  /** A person as a program, signed in by a link of his own. */
  as(person: SamplePerson): Promise<Caller>
  /** The page of a person, at an address: who has no session yet comes in by a link of his own, others with the one that they have. */
  page(person: SamplePerson, path?: string): Promise<Page>
  /** Moves the region's own clock on to a moment; where that has passed it stays. */
  clock(at: string): Promise<void>
  /** Does what the server does by itself twice a minute: opens what is to be opened, reminds of what is owed. Answers how many messages were written. */
  clockWork(): Promise<number>
  say(line: string): void
}

interface Settled {
  readonly district: District
  readonly links: Readonly<Record<'administrator' | 'securityOfficer' | 'auditor', string>>
}

/** Founds the sample district in an empty data folder: the plan is in force, everybody has an account, nothing has been asked. */
function settle(dataFolder: string): Promise<Settled> {
  return inHouse(dataFolder, async (house) => {
    const stage = stageOn(house)
    const story = await readStory()
    const district = await settleDistrict(house, stage, story, momentOf(EVE))
    const { cast, page } = district
    await tellRules(stage, cast, story.clock.start)
    await tellScheme(stage, cast, page.plan.planId)
    const linkOf = async ({ login }: SamplePerson): Promise<string> => {
      const nobody = stage({ ...cast.administrator, accountId: '', roles: [] }, momentOf(EVE))
      const made = await makeLinkOnMachine(nobody, { login, serverNow: house.serverNow() })
      if (!made.ok) throw new Error(made.refusal.code)
      return made.value.linkToken
    }
    const links = {
      administrator: await linkOf(cast.administrator),
      securityOfficer: await linkOf(cast.securityOfficer),
      auditor: await linkOf(cast.auditor),
    }
    await settleTables(house.database)
    return { district, links }
  })
}

/** Founds the district, serves it by the compiled product, and sets up the rhythm of the quarter. */
export async function openJourney(desk: BrowserDesk, say: (line: string) => void): Promise<Journey> {
  let settled: Settled | undefined
  const product = await serveProduct([], async (dataFolder) => {
    settled = await settle(dataFolder)
  })
  try {
    if (!settled) throw new Error('nothing was settled')
    return await begin(product, desk, settled, say)
  } catch (problem) {
    await product.remove()
    throw problem
  }
}

async function begin(
  product: ServedProduct,
  desk: BrowserDesk,
  { district, links }: Settled,
  say: Journey['say'],
): Promise<Journey> {
  const { cast, page } = district
  const administrator = await signInByLink(product.url, sampleRegion.regionId, { token: links.administrator })
  const officer = await signInByLink(product.url, sampleRegion.regionId, { token: links.securityOfficer })
  const auditor = await signInByLink(product.url, sampleRegion.regionId, { token: links.auditor })
  const linkKey = async ({ accountId }: SamplePerson): Promise<LinkKey> => {
    const params = { accountId }
    const { linkToken: token, needsCode } = await administrator.ask(organisationContract.makeLink, { params })
    return needsCode ? { token, ...(await officer.ask(organisationContract.releaseLink, { params })) } : { token }
  }
  const callers = new Map<string, Promise<Caller>>([
    [cast.administrator.accountId, Promise.resolve(administrator)],
    [cast.securityOfficer.accountId, Promise.resolve(officer)],
    [cast.auditor.accountId, Promise.resolve(auditor)],
  ])
  const as = (person: SamplePerson): Promise<Caller> => {
    const known = callers.get(person.accountId)
    if (known) return known
    const coming = linkKey(person).then((key) => signInByLink(product.url, sampleRegion.regionId, key))
    callers.set(person.accountId, coming)
    return coming
  }
  const coordinator = await as(cast.coordinator)
  const office = openOffice(desk, () => product)
  const { planId } = page.plan
  const { cadenceId } = await coordinator.ask(reportingContract.addCadence, { body: rhythm(planId) })
  return {
    ...{ product, desk, district, planId, cadenceId, book: openBook(), as, say },
    office,
    reporters: new Map(cast.reporters),
    signers: new Map(cast.signers),
    recognised: new Map(),
    rows: new Map(),
    taken: new Set(),
    rounds: [],
    meetings: [],
    papers: { documentId: null, isPublished: false },
    returnedAtPage: { done: false },
    page: seats({ product, office, callers, linkKey }),
    async clock(at) {
      const { region } = await coordinator.ask(organisationContract.me)
      if (Date.parse(at) <= Date.parse(region.now)) return
      await coordinator.ask(organisationContract.moveClock, { body: { to: at } })
    },
    clockWork: () =>
      inHouse(product.dataFolder, async (house) => {
        const [done] = await remindNow(house, 'journey', sampleRegion.regionId)
        if (!done) throw new Error('there is no region')
        return done.notices
      }),
  }
}

interface Seats {
  readonly product: ServedProduct
  readonly office: Office
  readonly callers: Map<string, Promise<Caller>>
  readonly linkKey: (person: SamplePerson) => Promise<LinkKey>
}

/** Puts people in front of pages. A second link would end the first session: page and program share one. */
function seats({ product, office, callers, linkKey }: Seats): Journey['page'] {
  const seated = new Set<string>()
  return async (person, path = '') => {
    const { accountId, displayName } = person
    const caller = callers.get(accountId)
    if (seated.has(accountId)) return office.goto(displayName, path)
    seated.add(accountId)
    if (caller) {
      await office.join(displayName, (await caller).cookie)
      return office.goto(displayName, path)
    }
    const { token, ...code } = await linkKey(person)
    const page = await office.enter(displayName, { address: `link/${sampleRegion.regionId}#${token}`, ...code })
    const cookie = (await page.context().cookies()).find(({ name }) => name === sessionCookie)
    if (!cookie) throw new Error(`${displayName} has no session`)
    callers.set(accountId, Promise.resolve(callerWith(product.url, cookie)))
    return path === '' ? page : office.goto(displayName, path)
  }
}

/** Dispatch and briefing by the dekad, reconciliation and circular by the month, review by the quarter: from April on. */
function rhythm(planId: string) {
  const acts = [
    { act: 'dispatch', rule: actRule({ dueHour: 17, goesTo: '专班办公室' }) },
    { act: 'briefing', rule: actRule({ dueWorkdays: 4, goesTo: '区委、区政府领导' }) },
    { act: 'reconciliation', rule: actRule({ periodKind: 'month', dueWorkdays: 2, goesTo: '区财政局、区发改局' }) },
    { act: 'circular', rule: actRule({ periodKind: 'month', dueWorkdays: 5, goesTo: '各镇街、区直各单位' }) },
    { act: 'review', rule: actRule({ periodKind: 'quarter', dueWorkdays: 10, goesTo: '区委常委会' }) },
  ] as const
  const reason = '两处表述相近，责任单位和口径不同，分别填报。'
  return {
    ...{ planId, name: '旬调度', campaignNo: null, list: null, startsOn: '2026-04-01', reason },
    acts: acts.map(({ act, rule }) => ({ act, rule: { ...rule, months: [...rule.months] } })),
  }
}
