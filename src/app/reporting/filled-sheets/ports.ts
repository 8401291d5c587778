/** A link by which an outside body answers one period. The token is known by its hash only. */
export interface RespondentLinkRow {
  readonly linkId: string
  readonly cadenceId: string
  readonly periodId: string
  readonly unitId: string
  readonly unitName: string
  /** By post: 办公室联络员. */
  readonly respondent: string
  readonly createdAt: string
  readonly createdByName: string
  readonly expiresAt: string
  readonly openedAt: string | null
  readonly revokedAt: string | null
}

/** A unit of a period for which nobody can sign in as reporter. */
export interface OutsideUnitRow {
  readonly unitId: string
  readonly unitName: string
  readonly lines: number
  /** Submitted or accepted. */
  readonly answered: number
}

/** Links of outside bodies, inside one transaction of one region. */
export interface RespondentStore {
  /** Units with lines in a period and no reporter who could sign in. */
  outsideUnits(cadenceId: string, periodId: string): Promise<readonly OutsideUnitRow[]>
  addLink(row: {
    linkId: string
    tokenHash: string
    cadenceId: string
    periodId: string
    unitId: string
    respondent: string
    at: string
    by: string
    expiresAt: string
  }): Promise<void>
  links(filter: {
    readonly period?: { readonly cadenceId: string; readonly periodId: string }
    readonly tokenHash?: string
  }): Promise<readonly RespondentLinkRow[]>
  /** False where it is revoked already, or unknown. */
  revokeLink(linkId: string, at: string, by: string): Promise<boolean>
  noteOpened(linkId: string, at: string): Promise<void>
}
