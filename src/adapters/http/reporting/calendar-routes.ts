import type { Context } from '#app/kit'
import * as reporting from '#app/reporting'
import { type Result, accept, refuse } from '#core/kit'
import type { CalendarRow, CalendarView } from '#core/reporting'
import { reportingContract as contract, type ActOfPeriod, type CalendarChange } from '#adapters/http/contract/reporting'
import { refusalWords } from '#adapters/http/contract/words'
import { type GuatuHono, languageOf, register, type RequestExtras } from '#adapters/http/kernel'
import { calendarRows, type TableReaders } from './calendar-rows.ts'

/** What these routes need beside the context. */
export interface CalendarRouteOptions extends TableReaders {
  readonly writeCalendar: (view: CalendarView) => Uint8Array
}

/** Who owes what by when, the work calendar, and addresses for calendar programs. */
export function calendarRoutes(app: GuatuHono, options: CalendarRouteOptions): void {
  register(app, contract.calendar, async (context, { query }) => {
    const found = await reporting.readCalendar(context, query)
    if (!found.ok) return found
    const { acts, overdue, returned } = found.value
    return accept({
      acts: acts.map(actOf),
      overdue: overdue.map(actOf),
      returned: returned.map((report) => ({ ...report })),
    })
  })
  register(app, contract.holdAct, (context, { params, body }) => reporting.holdAct(context, { ...params, ...body }))
  workCalendarRoutes(app, options)
  feedRoutes(app, options)
}

function actOf({ asked, own, ...act }: reporting.SeenAct): ActOfPeriod {
  const sum = (count: (unit: reporting.AskedUnit) => number) =>
    (asked?.units ?? []).reduce((total, unit) => total + count(unit), 0)
  return {
    ...act,
    asked: asked && {
      units: asked.units.length,
      lines: sum((unit) => unit.lines),
      answered: sum((unit) => unit.answered),
    },
    own: own && { ...own },
  }
}

function workCalendarRoutes(app: GuatuHono, options: CalendarRouteOptions): void {
  register(app, contract.workYear, async (context, { params }) => {
    const found = await reporting.readWorkYear(context, params)
    if (!found.ok) return found
    const { days, loaded, ...year } = found.value
    return accept({
      ...year,
      days: days.map((day) => ({ ...day })),
      loaded: loaded && {
        fileName: loaded.fileName,
        loadedAt: loaded.loadedAt,
        loadedByName: loaded.loadedByName,
      },
    })
  })
  register(app, contract.previewCalendar, (context, _, extras) =>
    withRows(extras, options, (rows) => reporting.previewCalendar(context, { rows })),
  )
  register(app, contract.loadCalendar, (context, _, extras) =>
    withRows(extras, options, (rows, fileName) => reporting.loadCalendar(context, { rows, fileName })),
  )
  register(app, contract.setOwnDay, async (context, { params, body }) => {
    const set = await reporting.setOwnDay(context, { ...params, ...body })
    return set.ok ? accept({ moved: set.value.moved.map((period) => ({ ...period })) }) : set
  })
}

async function withRows(
  { upload, http }: RequestExtras,
  readers: TableReaders,
  work: (rows: readonly CalendarRow[], fileName: string) => Promise<Result<reporting.CalendarChange>>,
): Promise<Result<CalendarChange>> {
  if (!upload) return refuse('request.fileMissing')
  const rows = await calendarRows(upload, readers)
  if (!rows.ok) return rows
  const change = await work(rows.value, upload.fileName)
  if (!change.ok) return change
  const { years, days, moved, problems } = change.value
  return accept({
    years: [...years],
    days: days.map((day) => ({ ...day })),
    moved: moved.map((period) => ({ ...period })),
    problems: problems.map(({ row, ...refusal }) => ({ row, title: refusalWords(refusal, languageOf(http)) })),
  })
}

function feedRoutes(app: GuatuHono, { writeCalendar }: CalendarRouteOptions): void {
  register(app, contract.feeds, async (context) => {
    const found = await reporting.listFeeds(context)
    if (!found.ok) return found
    return accept({
      feeds: found.value.map(({ tokenHash, unitId, unitName, madeAt }) => ({
        ...{ feedId: tokenHash, unitId, unitName, madeAt },
      })),
    })
  })
  register(app, contract.makeFeed, async (context, { body }) => {
    const made = await reporting.makeFeed(context, body)
    if (!made.ok) return made
    const { feedId, token } = made.value
    return accept({ feedId, path: `/api/public/${context.regionId}/calendar/${token}` })
  })
  register(app, contract.revokeFeed, (context, { params }) => reporting.revokeFeed(context, params))
  // The address is the key: it is read alike by whoever holds it, signed in or not.
  register(app, contract.readFeed, async (_, { params, query }, { http }) => {
    const visitor = await http.get('visitor')(params.regionId)
    if (!visitor) return refuse('feed.notFound')
    const { token } = params
    const view = await reporting.readFeed(visitor as Context, { token, ...query })
    if (!view.ok) return view
    const bytes = writeCalendar(view.value)
    return accept({ bytes, mediaType: 'text/calendar; charset=utf-8', fileName: 'guatu.ics' })
  })
}
