import { type Result, accept, refuse } from '#core/kit'
import { checkVoice, type VoiceAnswer, voicesAsked } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { ReportKey, SheetEntry } from '../ports.ts'
import { rightObjectOf } from '../report-acts.ts'
import type { DutyUnitRow } from './ports.ts'

/** What one unit says of one report. `revision`: the report as it was read. */
export interface GivenVoice extends ReportKey {
  readonly unitId: string
  readonly revision: number
  readonly answer: VoiceAnswer
  readonly note: string
}

type Spoken = Parameters<Stores['duties']['addVoices']>[0][number]

/**
 * Gives the words of further leads (countersigned by their signer) and supporting units on reports that have left their unit: all
 * that are named, or none. The report itself stays as it is; said twice alike, nothing more is kept.
 */
export function giveVoices(context: Context, voices: readonly GivenVoice[]): Promise<Result<{ given: number }>> {
  return context.transact(async (stores) => {
    const entries = await stores.reports.entries({ keys: voices })
    const holders = await stores.duties.dutyUnits([...new Set(voices.map((voice) => voice.itemId))], context.today)
    const rows: Spoken[] = []
    for (const voice of voices) {
      const entry = entries.find((one) => sameLine(one, voice))
      const row = spoken(context, voice, entry, holders)
      if (!row.ok) return row
      rows.push(row.value)
    }
    const before = await stores.duties.voices(rows.map((row) => row.reportId))
    const fresh = rows.filter((row) => !before.some((known) => saysTheSame(known, row, entries)))
    await stores.duties.addVoices(fresh)
    await stores.audit.recordAll(
      fresh.map(({ reportId, unitId, kind, answer, note }) => ({
        ...{ action: kind === 'countersign' ? 'report.countersign' : 'report.confirm', objectKind: 'report' },
        ...{ objectId: reportId, body: { unitId, answer, note } },
      })),
    )
    return accept({ given: fresh.length })
  })
}

const sameLine = (a: ReportKey, b: ReportKey): boolean =>
  a.cadenceId === b.cadenceId && a.periodId === b.periodId && a.itemId === b.itemId

function spoken(
  context: Context,
  voice: GivenVoice,
  entry: SheetEntry | undefined,
  holders: readonly DutyUnitRow[],
): Result<Spoken> {
  if (!entry?.report) return refuse('object.notFound')
  const ofItem = holders.filter((holder) => holder.itemId === voice.itemId)
  const asked = voicesAsked(ofItem, entry.unitId).find((one) => one.unitId === voice.unitId)
  if (!asked) return refuse('voice.notAsked')
  const action = asked.kind === 'countersign' ? 'report.countersign' : 'report.confirm'
  const right = requireRight(context, action, { ...rightObjectOf(entry), unitId: voice.unitId })
  if (!right.ok) return right
  const checked = checkVoice(voice, { state: entry.report.state, periodState: entry.periodState })
  if (!checked.ok) return checked
  if (voice.revision !== entry.report.revision) return refuse('object.changedMeanwhile')
  return accept({
    ...{ voiceId: context.newId(), reportId: entry.report.reportId, unitId: voice.unitId, kind: asked.kind },
    ...{ answer: voice.answer, note: voice.note.trim(), givenAt: context.now, by: context.actor.accountId },
  })
}

function saysTheSame(
  known: { reportId: string; unitId: string; answer: string; note: string; givenAt: string },
  row: Spoken,
  entries: readonly SheetEntry[],
): boolean {
  const signedAt = entries.find(({ report }) => report?.reportId === row.reportId)?.report?.signedAt ?? null
  const counts = signedAt === null || Date.parse(known.givenAt) >= Date.parse(signedAt)
  const alike = known.answer === row.answer && known.note === row.note
  return counts && alike && known.reportId === row.reportId && known.unitId === row.unitId
}
