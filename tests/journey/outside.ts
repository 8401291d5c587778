import type { Period } from '#core/kit'
import { publicationsOf, recognitionSteps } from '#main/sample'
import { reportingContract } from '#adapters/http/contract/reporting'
import type { Journey } from './journey.ts'

/** What others have published and recognised by the end of a dekad, and not before the last one: taken in by program. */
export async function tellOutside(journey: Journey, period: Period): Promise<void> {
  await takeReleases(journey, period)
  await takeRecognitions(journey, period)
}

/** Publications up to the dekad's first morning that have not been taken in yet. */
async function takeReleases(journey: Journey, { first }: Period): Promise<void> {
  const { district, book, taken } = journey
  const coordinator = await journey.as(district.cast.coordinator)
  for (const release of publicationsOf(district.telling.story, district.indicators)) {
    const name = `${release.releasedOn} ${release.document}`
    if (release.releasedOn >= first || taken.has(name)) continue
    taken.add(name)
    const figures = release.figures.map((figure) => ({ ...figure }))
    await coordinator.ask(reportingContract.importReleases, { body: { ...release, figures } })
    for (const { itemId, value } of figures) book.release(itemId, value)
  }
}

/** Rows that another body has filed, admitted or recognised up to the dekad's first morning. */
async function takeRecognitions(journey: Journey, { first }: Period): Promise<void> {
  const { district, recognised, rows } = journey
  for (const { subject, kind, unit, body, rows: told } of district.telling.story.recognised) {
    const item = district.indicators.find((one) => one.title === subject && one.target.kind === kind)
    const reporter = journey.reporters.get(district.cast.unitIds.get(unit) ?? '')
    if (!item || !reporter) throw new Error(`${subject} has no item or no reporter`)
    const caller = await journey.as(reporter)
    for (const row of told) {
      const steps = recognitionSteps(row, body).filter(({ on }) => on < first)
      for (const { said } of steps.slice(rows.get(row.name)?.revision ?? 0)) {
        const known = rows.get(row.name)
        if (known) {
          const { rowId, revision } = known
          await caller.ask(reportingContract.changeRecognition, { params: { rowId }, body: { ...said, revision } })
          known.revision += 1
        } else {
          const params = { itemId: item.itemId }
          const added = await caller.ask(reportingContract.addRecognition, { params, body: said })
          rows.set(row.name, { ...added, revision: 1 })
        }
      }
    }
    recognised.set(item.itemId, told.filter(({ recognisedOn }) => recognisedOn !== null && recognisedOn < first).length)
  }
}
