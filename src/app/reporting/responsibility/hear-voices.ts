import { groupBy } from '#core/kit'
import { dutyWorkdays, type VoiceKind, type VoiceState, voicesAsked, voiceState } from '#core/reporting'
import type { Context, Stores } from '#app/kit'
import type { SheetEntry } from '../ports.ts'
import { workdayDue } from './workday-due.ts'

/** One unit's word on a report, given or awaited. */
export interface HeardVoice {
  readonly unitId: string
  readonly unitName: string
  readonly kind: VoiceKind
  readonly state: VoiceState
  readonly note: string
  readonly dueAt: string
  readonly givenAt: string | null
  readonly givenByName: string | null
}

/** A line with the words of the units that are heard on it. */
export interface HeardEntry {
  readonly entry: SheetEntry
  readonly voices: readonly HeardVoice[]
}

/** When the report left its unit: by signature; an outside body's by being submitted. */
const leftAt = ({ report }: SheetEntry): string | null => {
  if (!report || (report.state !== 'signed' && report.state !== 'accepted')) return null
  return report.signedAt ?? report.submittedAt
}

/** Reads who is heard on reports that have left their units, and what each has said; other lines have nobody to hear. */
export async function hearVoices(
  context: Context,
  stores: Stores,
  entries: readonly SheetEntry[],
): Promise<readonly HeardEntry[]> {
  const left = entries.filter((entry) => leftAt(entry) !== null)
  if (left.length === 0) return entries.map((entry) => ({ entry, voices: [] }))
  const holders = groupBy(
    await stores.duties.dutyUnits([...new Set(left.map((entry) => entry.itemId))], context.today),
    (row) => row.itemId,
  )
  const given = groupBy(
    await stores.duties.voices(left.flatMap(({ report }) => (report ? [report.reportId] : []))),
    (row) => row.reportId,
  )
  const dueAfter = await workdayDue(context, stores)
  return entries.map((entry) => {
    const signedAt = leftAt(entry)
    if (signedAt === null) return { entry, voices: [] }
    const ofItem = holders.get(entry.itemId) ?? []
    const said = given.get(entry.report?.reportId ?? '') ?? []
    const dueAt = dueAfter(signedAt, dutyWorkdays.voice)
    const voices = voicesAsked(ofItem, entry.unitId).map(({ unitId, kind }): HeardVoice => {
      const last = said.find((one) => one.unitId === unitId) ?? null
      const state = voiceState(last, { signedAt, dueAt, now: context.now })
      const counts = last !== null && state === last.answer
      const unitName = ofItem.find((one) => one.unitId === unitId)?.unitName ?? ''
      const words = { note: counts ? last.note : '', givenAt: counts ? last.givenAt : null }
      return { unitId, unitName, kind, state, dueAt, ...words, givenByName: counts ? last.givenByName : null }
    })
    return { entry, voices }
  })
}
