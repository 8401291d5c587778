/** The parts of SARIF 2.1.0 (OASIS) that are written here, under the names of the standard. */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly SarifRun[]
}

/** One run of the tool over one or many texts. */
export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string
      readonly fullName: string
      readonly language: string
      readonly rules: readonly SarifRule[]
    }
  }
  readonly columnKind: 'utf16CodeUnits'
  readonly artifacts: readonly SarifArtifact[]
  readonly results: readonly SarifResult[]
}

/** A rule (3.49): `help` holds both languages. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: SarifMessage
  readonly fullDescription?: SarifMessage
  readonly help?: SarifMessage & { readonly markdown: string }
  readonly defaultConfiguration?: { readonly level: SarifLevel }
}

/** error = error, question = warning, note = note; none for facts, which are no findings. */
export type SarifLevel = 'error' | 'warning' | 'note' | 'none'

/** Words (3.11). */
export interface SarifMessage {
  readonly text: string
}

/**
 * A file that was read (3.24). Regions of a plain text count in the file; those of a docx or a PDF, which have no lines of
 * their own, in `contents.text`.
 */
export interface SarifArtifact {
  readonly location: { readonly uri: string }
  readonly contents?: SarifMessage
  readonly sourceLanguage: string
}

/** A finding or a fact (3.27). */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly kind: 'fail' | 'informational'
  readonly level: SarifLevel
  readonly message: SarifMessage
  readonly locations: readonly SarifLocation[]
  readonly relatedLocations?: readonly SarifLocation[]
  readonly properties: Readonly<Record<string, unknown>>
}

/** A place (3.28, 3.29, 3.30): the region by lines and columns and by offset. */
export interface SarifLocation {
  readonly id?: number
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly index: number }
    readonly region: {
      readonly startLine: number
      readonly startColumn: number
      readonly endLine: number
      readonly endColumn: number
      readonly charOffset: number
      readonly charLength: number
      readonly snippet: SarifMessage
    }
  }
}
