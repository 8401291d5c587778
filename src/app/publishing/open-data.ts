import type { PublicItem, PublicPlan, WorksheetView } from '#core/publishing'

const columns: WorksheetView['columns'] = [
  { header: 'campaign', width: 16, kind: 'text' },
  { header: 'item', width: 24, kind: 'text' },
  { header: 'kind', width: 10, kind: 'text' },
  { header: 'sentence', width: 60, kind: 'text' },
  { header: 'operator', width: 8, kind: 'text' },
  { header: 'target', width: 12, kind: 'decimal' },
  { header: 'target_high', width: 12, kind: 'decimal' },
  { header: 'figure', width: 12, kind: 'decimal' },
  { header: 'unit_of_measure', width: 10, kind: 'text' },
  { header: 'as_of', width: 12, kind: 'date' },
  { header: 'source', width: 30, kind: 'text' },
  { header: 'light', width: 8, kind: 'text' },
  { header: 'responsible_unit', width: 20, kind: 'text' },
]

/** What was released of a plan as one table, a row an item; the seal and its hash stand in `source`. */
export function openDataSheet({ plan, seal, items }: PublicPlan): WorksheetView {
  const campaigns = new Map(plan.campaigns.map(({ no, name }) => [no, name]))
  return {
    name: `${plan.year}`,
    columns,
    rows: items.map((item) => [
      item.campaignNo === null ? null : (campaigns.get(item.campaignNo) ?? null),
      ...[item.title, item.kind, item.sentence ?? null, item.target?.op ?? null],
      ...[item.target?.value ?? null, item.target?.valueHigh ?? null, item.figure?.value ?? null],
      ...[item.figure?.unit ?? item.target?.unit ?? null, item.figure?.asOf ?? null, sourceOf(item, seal.hash)],
      ...[item.light ?? null, item.unit ?? null],
    ]),
  }
}

function sourceOf({ figure }: PublicItem, hash: string): string | null {
  if (!figure) return null
  if (figure.release) return `${figure.release.body} ${figure.release.document} ${figure.release.releasedOn}`
  return `seal ${figure.sealSeq} ${figure.periodId}, chain ${hash}`
}
