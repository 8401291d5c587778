import * as organisation from '#app/organisation'
import { type Result, accept } from '#core/kit'
import type { RosterLine } from '#core/organisation'
import type { WorkbookView } from '#core/publishing'
import { rosterContract as contract } from '#adapters/http/contract/organisation'
import { refusalWords } from '#adapters/http/contract/words'
import { type GuatuHono, languageOf, register } from '#adapters/http/kernel'
import type { Context } from '#app/kit'

/** Reader and writer of workbooks, wired in main. */
export interface RosterRouteOptions {
  readonly readRoster: organisation.ReadRoster
  readonly writeWorkbook: (view: WorkbookView) => Promise<Uint8Array>
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Language = ReturnType<typeof languageOf>

/** The register as a workbook, out and in. */
export function rosterRoutes(app: GuatuHono, { readRoster, writeWorkbook }: RosterRouteOptions): void {
  const workbook = async (context: Context, empty: boolean, fileName: string) => {
    const view = await organisation.exportRoster(context, { empty })
    if (!view.ok) return view
    return accept({ bytes: await writeWorkbook(view.value), mediaType: XLSX, fileName })
  }
  register(app, contract.rosterTemplate, (context) => workbook(context, true, '机构名册模板.xlsx'))
  register(app, contract.rosterExport, (context) => workbook(context, false, `机构名册 ${context.today}.xlsx`))
  register(app, contract.checkRoster, async (context, _, { upload, http }) =>
    present(await organisation.checkRoster(context, upload?.bytes ?? new Uint8Array(), readRoster), languageOf(http)),
  )
  register(app, contract.importRoster, (context, { body }, { upload }) =>
    organisation.importRoster(context, { ...body, bytes: upload?.bytes ?? new Uint8Array() }, readRoster),
  )
}

function present(check: Result<organisation.RosterCheck>, language: Language) {
  if (!check.ok) return check
  const { lines, leftOut, fingerprint } = check.value
  const count = (outcome: RosterLine['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return accept({
    ...{ fingerprint, leftOut: [...leftOut] },
    counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), refused: count('refused') },
    lines: lines.flatMap(({ outcome, refusal, words, ...line }) =>
      outcome === 'unchanged'
        ? []
        : [{ ...line, outcome, words: words[language], remedy: refusal && refusalWords(refusal, language) }],
    ),
  })
}
