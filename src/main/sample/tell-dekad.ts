import { accept, addDays, groupBy, invariant, type LocalDate, parsePeriod } from '#core/kit'
import {
  acceptReports,
  attachFile,
  closePeriod,
  openPeriod,
  readPeriod,
  type ReportKey,
  type ReportOutcome,
  returnReport,
  sealPeriod,
  type SheetEntry,
  signReports,
  submitReports,
} from '#app/reporting'
import type { Result } from '#core/kit'
import { isRate } from '#core/reporting'
import { answerTo, type Telling } from './answers.ts'
import type { Cast } from './cast.ts'
import { chance } from './figure-path.ts'
import { inTurn } from './in-turn.ts'
import { tellFormTime } from './tell-notices.ts'
import { momentOf, type SamplePerson, type Stage, told } from './sample-region.ts'

/** Units that report at the same time while the sample is made. */
const LANES = 6

/** Units whose accounts visitors may try: in the open dekad they have not reported yet. */
const STILL_TO_REPORT: readonly string[] = ['区住建局', '区文旅体局']

/** One dekad of the story. */
export interface Dekad {
  readonly cadenceId: string
  readonly periodId: string
  /** Open dekad: reports come in until this day, nothing is closed; null = the dekad is closed and sealed. */
  readonly openUntil: LocalDate | null
}

/** Tells one dekad: opens it, lets every unit report, sign and be accepted, then closes and seals it. */
export async function tellDekad(stage: Stage, cast: Cast, telling: Telling, dekad: Dekad): Promise<void> {
  const period = parsePeriod(dekad.periodId)
  invariant(period, `no period ${dekad.periodId}`)
  const { cadenceId, periodId } = dekad
  const opened = told(
    await openPeriod(stage(cast.coordinator, momentOf(period.first)), { cadenceId, periodId }),
    `open ${periodId}`,
  )
  const overview = told(
    await readPeriod(stage(cast.coordinator, momentOf(period.first)), { cadenceId, periodId }),
    'read',
  )
  const byUnit = groupBy(
    overview.lines.map((line) => line.entry),
    (entry) => entry.unitId,
  )
  await inTurn([...byUnit.values()], LANES, (entries) =>
    tellUnit(stage, cast, telling, { dekad, entries, last: period.last, dueAt: opened.dueAt }),
  )
  if (dekad.openUntil !== null) return
  const closing = momentOf(nextWorkMorning(opened.dueAt), '10:30')
  told(await closePeriod(stage(cast.coordinator, closing), { cadenceId, periodId }), `close ${periodId}`)
  told(await sealPeriod(stage(cast.coordinator, closing), { cadenceId, periodId }), `seal ${periodId}`)
}

function nextWorkMorning(dueAt: string): LocalDate {
  return addDays(dueAt.slice(0, 10), 3)
}

interface UnitPart {
  readonly dekad: Dekad
  readonly entries: readonly SheetEntry[]
  readonly last: LocalDate
  readonly dueAt: string
}

async function tellUnit(stage: Stage, cast: Cast, telling: Telling, part: UnitPart): Promise<void> {
  const [first] = part.entries
  const { periodId } = part.dekad
  if (!first || telling.story.silent[first.unitName]?.includes(periodId)) return
  const reporter = cast.reporters.get(first.unitId)
  const signer = cast.signers.get(first.unitId)
  invariant(reporter && signer, `${first.unitName} has no people`)
  const late = telling.story.late[first.unitName]?.includes(periodId) ?? false
  const diligence = chance(`${telling.story.seed}/${first.unitName}/${periodId}`)
  const { openUntil } = part.dekad
  // In the open dekad some have reported already, some have signed, some have been accepted; visitors find something to do.
  if (openUntil !== null && (diligence > 0.55 || STILL_TO_REPORT.includes(first.unitName))) return
  const at = submitMoment(part, late, diligence)
  const sent = await send(stage, reporter, telling, part.entries, { at, day: openUntil ?? part.last })
  if (openUntil !== null && diligence > 0.4) return
  const signed = outcomes(await signReports(stage(signer, later(at, 20)), sent), 'sign')
  if (openUntil !== null && diligence > 0.25) return
  await judge(stage, cast, telling, part.entries, { signed, reporter, signer, at: later(at, 60) })
}

function submitMoment({ dekad, last, dueAt }: UnitPart, late: boolean, diligence: number): string {
  if (dekad.openUntil !== null) return momentOf(addDays(dekad.openUntil, -1), '15:00')
  if (late) return later(dueAt, 15 * 60 + Math.floor(diligence * 120))
  return later(momentOf(last, '14:00'), Math.floor(diligence * 150))
}

const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString()

type Seen = ReportKey & { readonly revision: number }

async function send(
  stage: Stage,
  reporter: SamplePerson,
  telling: Telling,
  entries: readonly SheetEntry[],
  when: { readonly at: string; readonly day: LocalDate },
): Promise<readonly Seen[]> {
  const context = stage(reporter, when.at)
  const inputs = []
  for (const entry of entries) {
    const { cadenceId, periodId, itemId } = entry
    const answer = answerTo(entry, when.day, telling)
    if (answer.evidence) await attachEvidence(stage(reporter, when.at), entry, answer.body.paragraph)
    for (const label of answer.body.nodesDone) telling.toldNodes.add(`${itemId}/${label}`)
    inputs.push({ cadenceId, periodId, itemId, revision: answer.evidence ? 1 : 0, requestKey: null, body: answer.body })
  }
  const sent = outcomes(await submitReports(context, inputs), 'submit')
  await tellFormTime(context, entries, { seed: `${entries[0]?.unitName}/${when.at}`, from: '2026-D16' })
  return sent
}

async function attachEvidence(context: ReturnType<Stage>, entry: SheetEntry, words: string): Promise<void> {
  const { cadenceId, periodId, itemId, item, unitName } = entry
  const text = `${unitName}\n${item.title}\n${words}\n（佐证材料目录：验收单、现场照片、统计台账，原件存本单位。）\n`
  const bytes = new TextEncoder().encode(text)
  const file = { cadenceId, periodId, itemId, bytes, fileName: `${item.title.slice(0, 20)}佐证.txt` }
  told(await attachFile(context, { ...file, typeByContent: () => accept({ mediaType: 'text/plain' }) }), 'attach')
}

/** What came of reports that went in together; each must have been taken. */
export function outcomes(result: Result<readonly ReportOutcome[]>, act: string): readonly Seen[] {
  return told(result, act).map(({ key, result: one }) => ({
    ...key,
    revision: told(one, `${act} ${key.itemId} ${key.periodId}`).revision,
  }))
}

interface Judging {
  readonly signed: readonly Seen[]
  readonly reporter: SamplePerson
  readonly signer: SamplePerson
  readonly at: string
}

/** The task-force office accepts; the coordinator where the office sits in the reporting unit or there is none. */
async function judge(
  stage: Stage,
  cast: Cast,
  telling: Telling,
  entries: readonly SheetEntry[],
  judging: Judging,
): Promise<void> {
  const byJudge = groupBy(judging.signed, (seen) => {
    const entry = entries.find((one) => one.itemId === seen.itemId)
    const staff = cast.staff.get(entry?.item.campaignNo ?? 0)
    return entry?.officeUnitId && entry.officeUnitId !== entry.unitId && staff ? staff : cast.coordinator
  })
  for (const [person, seen] of byJudge) {
    const toReturn = seen.filter((one) => returnReason(telling, entries, one) !== null)
    const toAccept = seen.filter((one) => !toReturn.includes(one))
    outcomes(await acceptReports(stage(person, judging.at), toAccept), 'accept')
    for (const one of toReturn) await returnOnce(stage, telling, entries, judging, { person, one })
  }
}

function returnReason(telling: Telling, entries: readonly SheetEntry[], seen: Seen): string | null {
  const entry = entries.find((one) => one.itemId === seen.itemId)
  const told = telling.story.returned.find((one) => one.period === seen.periodId && one.subject === entry?.item.title)
  return told?.reason ?? null
}

/** A returned report is mended, signed again and accepted. */
async function returnOnce(
  stage: Stage,
  telling: Telling,
  entries: readonly SheetEntry[],
  { reporter, signer, at }: Judging,
  { person, one }: { readonly person: SamplePerson; readonly one: Seen },
): Promise<void> {
  const entry = entries.find((line) => line.itemId === one.itemId)
  invariant(entry, 'a returned line')
  const reason = returnReason(telling, entries, one) ?? ''
  const returned = told(await returnReport(stage(person, at), { ...one, reason, dueAt: later(at, 12 * 60) }), 'return')
  const { body } = answerTo(entry, entry.dueAt.slice(0, 10), telling)
  const mended = {
    ...body,
    noChange: false,
    ...(isRate(entry.item)
      ? { figure: null, parts: body.parts ?? entry.last?.parts ?? null }
      : { figure: body.figure ?? entry.last?.value ?? null }),
    paragraph: `${body.paragraph}已按意见核对并补充说明。`,
  }
  const again = { ...one, revision: returned.revision, requestKey: null, body: mended }
  const sent = outcomes(await submitReports(stage(reporter, later(at, 60)), [again]), 'submit again')
  const signed = outcomes(await signReports(stage(signer, later(at, 70)), sent), 'sign again')
  outcomes(await acceptReports(stage(person, later(at, 90)), signed), 'accept again')
}
