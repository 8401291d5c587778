import type { LocalDate } from '#core/kit'
import type {
  BriefingFacts,
  BriefingTexts,
  Decisions,
  IssueNumber,
  OrderFact,
  ProblemFact,
  PublicationPack,
  PublicPlan,
} from '#core/publishing'

/** What a briefing is made of: computed facts, people's texts, who had a hand in them, and its number once issued. */
export interface BriefingBody {
  readonly facts: BriefingFacts
  readonly texts: BriefingTexts
  /** Everybody who drafted or edited; none of them may check it. */
  readonly writers: readonly string[]
  readonly issue: IssueNumber | null
}

/** The life of a document: an edit takes a checked one back to draft; issued is frozen. */
export type DocumentState = 'draft' | 'checked' | 'issued'

/** A document as lists show it. */
export interface DocumentRow {
  readonly documentId: string
  readonly planId: string
  readonly title: string
  readonly number: number | null
  readonly sealSeq: number
  readonly periodId: string
  readonly state: DocumentState
  readonly createdByName: string
  readonly checkedByName: string | null
  readonly issuedAt: string | null
}

/** A document with its content. */
export interface DocumentDetail extends DocumentRow {
  readonly revision: number
  readonly body: BriefingBody
  readonly fileSha256: string | null
}

/** A problem of a plan as it stood at a moment. */
export type ProblemAtMoment = Omit<ProblemFact, 'overdue'>

/** An order of a plan as it stood at a moment. */
export interface OrderAtMoment extends Omit<OrderFact, 'overdue' | 'replyDueOn'> {
  readonly replyDueAt: string
}

/** What a report said in words; the seal holds the hash of it. */
export interface ReportWords {
  readonly reportId: string
  readonly paragraph: string
  readonly blockage: string | null
}

/** The life of a publication. */
export type PublicationState = 'review' | 'published' | 'withdrawn'

/** A publication as lists show it. */
export interface PublicationRow {
  readonly publicationId: string
  readonly planId: string
  readonly sealSeq: number
  readonly periodId: string
  readonly state: PublicationState
  readonly createdAt: string
  readonly createdByName: string
  readonly publishedAt: string | null
  readonly publishedByName: string | null
  readonly withdrawnAt: string | null
  readonly withdrawalReason: string | null
}

/** A publication with its pack and what was decided on each field. */
export interface PublicationDetail extends PublicationRow {
  readonly revision: number
  readonly pack: PublicationPack
  readonly decisions: Decisions
}

/** What the public may know of a plan: the latest publication, or that it was withdrawn and why. */
export interface PublicRow {
  readonly planId: string
  readonly state: 'published' | 'withdrawn'
  /** Null once withdrawn: the content is gone, the withdrawal is seen. */
  readonly released: PublicPlan | null
  readonly publishedAt: string
  readonly withdrawnAt: string | null
  readonly withdrawalReason: string | null
}

/** Documents and publications, inside one transaction of one region. */
export interface PublishingStore {
  documents(): Promise<readonly DocumentRow[]>
  document(documentId: string): Promise<DocumentDetail | null>
  /** False where a document of that kind stands on that seal already. */
  addDocument(row: {
    documentId: string
    planId: string
    sealSeq: number
    title: string
    body: BriefingBody
    at: string
    by: string
  }): Promise<boolean>
  /** Writes body and state upon a revision; false where somebody changed it meanwhile. */
  saveDocument(row: {
    documentId: string
    revision: number
    body: BriefingBody
    state: 'draft' | 'checked'
    /** Who checked it and when; null takes a check back. */
    checked: { readonly at: string; readonly by: string } | null
  }): Promise<boolean>
  /** Waits for others who issue, then answers the next numbers of the region: overall, and within the year that began at `since`. */
  nextNumber(since: string): Promise<IssueNumber>
  issueDocument(row: {
    documentId: string
    revision: number
    body: BriefingBody
    number: number
    fileSha256: string
    at: string
    by: string
  }): Promise<boolean>
  /** Seal of the last issued briefing of the plan before this one; null where there is none. */
  lastBriefedSeal(planId: string, beforeSeq: number): Promise<number | null>

  /** Problems of a plan that were open at `until` or closed after `since`, by number. */
  problems(planId: string, since: string | null, until: string): Promise<readonly ProblemAtMoment[]>
  orders(planId: string, since: string | null, until: string): Promise<readonly OrderAtMoment[]>
  reportWords(reportIds: readonly string[]): Promise<readonly ReportWords[]>

  publications(): Promise<readonly PublicationRow[]>
  publication(publicationId: string): Promise<PublicationDetail | null>
  addPublication(row: {
    publicationId: string
    planId: string
    sealSeq: number
    pack: PublicationPack
    at: string
    by: string
  }): Promise<void>
  saveDecisions(row: { publicationId: string; revision: number; decisions: Decisions }): Promise<boolean>
  publish(row: {
    publicationId: string
    revision: number
    released: PublicPlan
    at: string
    by: string
  }): Promise<boolean>
  /** Takes what was released away and keeps that it was there. */
  withdraw(row: { publicationId: string; reason: string; at: string; by: string }): Promise<boolean>
  /** The latest publication of each plan, newest year first. */
  publicPlans(): Promise<readonly PublicRow[]>
  publicPlan(planId: string): Promise<PublicRow | null>
  /** How often the public page of a plan was opened. */
  reads(planId: string): Promise<number>
  /** Counts one more opening of that page on a day. */
  noteRead(planId: string, on: LocalDate): Promise<void>
}
