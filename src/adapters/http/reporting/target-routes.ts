import type { TypeByContent } from '#app/kit'
import * as insight from '#app/insight'
import * as reporting from '#app/reporting'
import { accept, refuse } from '#core/kit'
import { reportingContract as contract } from '#adapters/http/contract/reporting'
import { type GuatuHono, plain, register, type RequestExtras } from '#adapters/http/kernel'

/** What targets need beside the plan's text: recognised rows, stated facts, red lines, estimates, comparisons, the list of series. */
export function targetRoutes(app: GuatuHono, { typeByContent }: { readonly typeByContent: TypeByContent }): void {
  register(app, contract.target, async (context, { params }) => {
    const view = await insight.readTarget(context, params)
    return view.ok ? accept(plain(view.value)) : view
  })
  recognitionRoutes(app, typeByContent)
  factRoutes(app)
  redLineRoutes(app, typeByContent)
  listRoutes(app)
}

function recognitionRoutes(app: GuatuHono, typeByContent: TypeByContent): void {
  register(app, contract.addRecognition, (context, { params, body }) =>
    reporting.addRecognition(context, { ...params, ...body }),
  )
  register(app, contract.changeRecognition, (context, { params, body }) =>
    reporting.changeRecognition(context, { ...params, ...body }),
  )
  register(app, contract.withdrawRecognition, (context, { params, body }) =>
    reporting.withdrawRecognition(context, { ...params, ...body }),
  )
  register(app, contract.lookAtRecognitions, (context, { body }) => reporting.lookAtRecognitions(context, body))
  register(app, contract.attachToRecognition, (context, { params }, extras) =>
    withFile(extras, (file) =>
      reporting.attachTargetFile(context, { owner: 'recognition', ownerId: params.rowId, ...file, typeByContent }),
    ),
  )
  register(app, contract.targetFile, (context, { params }) => reporting.readTargetFile(context, params))
}

async function withFile<T>(
  { upload }: RequestExtras,
  attach: (file: { bytes: Uint8Array; fileName: string }) => Promise<T>,
): Promise<T | ReturnType<typeof refuse>> {
  return upload ? attach({ bytes: upload.bytes, fileName: upload.fileName }) : refuse('request.fileMissing')
}

function factRoutes(app: GuatuHono): void {
  register(app, contract.stateTargetFact, (context, { params, body }) =>
    reporting.stateTargetFact(context, { ...params, ...body }),
  )
  register(app, contract.decideTargetFact, (context, { params, body }) =>
    reporting.decideTargetFact(context, { ...params, ...body }),
  )
  register(app, contract.stateEstimate, (context, { params, body }) =>
    reporting.stateEstimate(context, { ...params, ...body }),
  )
}

function redLineRoutes(app: GuatuHono, typeByContent: TypeByContent): void {
  register(app, contract.attachToRedLine, (context, { params }, extras) =>
    withFile(extras, (file) =>
      reporting.attachTargetFile(context, { owner: 'redLine', ownerId: params.eventId, ...file, typeByContent }),
    ),
  )
  register(app, contract.revokeRedLineEvent, (context, { params, body }) =>
    reporting.revokeRedLineEvent(context, { ...params, ...body }),
  )
  register(app, contract.decideRevocation, (context, { params, body }) =>
    reporting.decideRevocation(context, { ...params, ...body }),
  )
}

function listRoutes(app: GuatuHono): void {
  register(app, contract.comparisons, async (context) => {
    const found = await reporting.listComparisons(context)
    return found.ok ? accept({ comparisons: plain(found.value) }) : found
  })
  register(app, contract.addComparison, (context, { body }) => reporting.addComparison(context, body))
  register(app, contract.importComparison, (context, { params, body }) =>
    reporting.importComparison(context, { ...params, ...body }),
  )
  register(app, contract.officialSeries, async (context) => {
    const found = await reporting.listOfficialSeries(context)
    if (!found.ok) return found
    return accept({ series: plain(found.value.map((entry) => ({ except: [], ...entry }))) })
  })
  register(app, contract.changeOfficialSeries, (context, { body }) => reporting.changeOfficialSeries(context, body))
}
