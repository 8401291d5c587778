import type { LocalDate } from '#core/kit'
import type { Recognition, SealedBeside, SeriesEntry, StatedFact } from '#core/reporting'
import type { AttachmentRow } from './ports.ts'

/** Who may read the name of what was recognised: everybody in the pack, the region, or only those who handle it. */
export type NameDisclosure = 'public' | 'internal' | 'restricted'

/** One thing that another body decides on, with its files. */
export interface RecognitionRow extends Recognition {
  readonly rowId: string
  readonly itemId: string
  readonly unitId: string
  readonly name: string
  readonly disclosure: NameDisclosure
  /** The body that decides. */
  readonly body: string
  readonly lookedBy: string | null
  readonly withdrawnAt: string | null
  readonly revision: number
  readonly changedAt: string
  readonly changedBy: string
  readonly files: readonly AttachmentRow[]
}

/** A row as it is written; its files hang on it by themselves. */
export type RecognitionWrite = Omit<RecognitionRow, 'files'> & { readonly withdrawnBy: string | null }

/** An event of a red line with its files, and what became of it. */
export interface RedLineEntry {
  readonly eventId: string
  readonly itemId: string
  readonly happenedOn: LocalDate
  readonly note: string
  readonly recordedAt: string
  readonly recordedBy: string
  readonly files: readonly AttachmentRow[]
  /** The last revocation that was not refused. */
  readonly revocation: {
    readonly revocationId: string
    readonly reason: string
    readonly madeAt: string
    readonly madeBy: string
    readonly approvedAt: string | null
  } | null
}

/** What the unit itself expects of a series before its release. */
export interface EstimateRow {
  readonly estimateId: string
  readonly itemId: string
  readonly periodId: string
  readonly value: string
  readonly basis: string
  readonly madeAt: string
  readonly madeBy: string
}

/** A series of others with its figures, the latest import of each period. */
export interface ComparisonRow {
  readonly seriesId: string
  readonly name: string
  readonly unit: string
  readonly body: string
  readonly figures: readonly {
    readonly periodId: string
    readonly value: string
    readonly document: string
    readonly releasedOn: LocalDate
    readonly importedAt: string
  }[]
}

/** An entry of the region's own list; null body = struck from the product's list. */
export interface RegionSeriesRow {
  readonly name: string
  readonly body: SeriesEntry | null
  readonly changedAt: string
}

interface Stamp {
  readonly at: string
  readonly by: string
}

/** What targets need beside the plan's text, inside one transaction of one region. */
export interface TargetStore {
  recognitions(itemIds: readonly string[]): Promise<readonly RecognitionRow[]>
  recognition(rowId: string): Promise<RecognitionRow | null>
  /** False where somebody else changed the row meanwhile. */
  saveRecognition(row: RecognitionWrite): Promise<boolean>

  facts(itemIds: readonly string[]): Promise<readonly StatedFact[]>
  fact(factId: string): Promise<StatedFact | null>
  addFact(row: Omit<StatedFact, 'approvedAt' | 'refusedAt'>): Promise<void>
  /** False where it is decided already. */
  decideFact(row: { factId: string; approved: boolean } & Stamp): Promise<boolean>

  redLineEvents(itemId: string): Promise<readonly RedLineEntry[]>
  redLineEvent(eventId: string): Promise<RedLineEntry | null>
  addRevocation(row: { revocationId: string; eventId: string; reason: string } & Stamp): Promise<void>
  /** False where it is decided already. */
  decideRevocation(row: { revocationId: string; approved: boolean } & Stamp): Promise<boolean>

  estimates(itemId: string): Promise<readonly EstimateRow[]>
  addEstimate(row: EstimateRow): Promise<void>

  comparisons(): Promise<readonly ComparisonRow[]>
  /** False where the name is taken. */
  addComparison(row: { seriesId: string; name: string; unit: string; body: string } & Stamp): Promise<boolean>
  addComparisonFigures(
    rows: readonly ({
      figureId: string
      seriesId: string
      periodId: string
      value: string
      document: string
      releasedOn: LocalDate
    } & Stamp)[],
  ): Promise<void>

  /** What a seal of the plan fixes beside reports: releases, checks, red lines and recognised rows as they count at a moment. */
  beside(planId: string, until: string): Promise<SealedBeside>

  regionSeries(): Promise<readonly RegionSeriesRow[]>
  saveRegionSeries(row: { name: string; body: SeriesEntry | null } & Stamp): Promise<void>
}
