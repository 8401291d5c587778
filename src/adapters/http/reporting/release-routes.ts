import * as reporting from '#app/reporting'
import { accept } from '#core/kit'
import { reportingContract as contract } from '#adapters/http/contract/reporting'
import { type GuatuHono, register } from '#adapters/http/kernel'
import { correctionOf, lineOf } from './present.ts'

/** Figures from releases, verifications, red-line events, and the history of an item. */
export function releaseRoutes(app: GuatuHono): void {
  register(app, contract.series, async (context) => {
    const found = await reporting.listSeries(context)
    if (!found.ok) return found
    return accept({
      series: found.value.map(({ latest, ...series }) => ({ ...series, latest: latest && { ...latest } })),
    })
  })
  register(app, contract.importReleases, (context, { body }) => reporting.importReleases(context, body))
  register(app, contract.verifyFigure, (context, { params, body }) =>
    reporting.verifyFigure(context, { ...params, ...body }),
  )
  register(app, contract.recordRedLineEvent, (context, { params, body }) =>
    reporting.recordRedLineEvent(context, { ...params, ...body }),
  )
  register(app, contract.history, async (context, { params }) => {
    const found = await reporting.readHistory(context, params)
    if (!found.ok) return found
    const { entries, corrections, releases, verifications, redLineEvents } = found.value
    return accept({
      lines: entries.map(lineOf),
      corrections: corrections.map(correctionOf),
      releases: releases.map((release) => ({ ...release })),
      verifications: verifications.map((verification) => ({ ...verification })),
      redLineEvents: redLineEvents.map((event) => ({ ...event })),
    })
  })
}
