import type { InsightStore } from '#app/insight'
import type { OrganisationStore, RegisterStore, SuccessionStore } from '#app/organisation'
import type { DraftStore, ParentsStore, PlanStore, YearPlanStore, YearsStore } from '#app/plan'
import type { PublishingStore } from '#app/publishing'
import type { ListStore } from '#app/registers'
import type {
  AskStore,
  DutyStore,
  ReconciliationStore,
  ReportStore,
  RespondentStore,
  TargetStore,
} from '#app/reporting'
import type { ScoringStore } from '#app/scoring'
import type { MeetingStore, NoticeStore, SupervisionStore } from '#app/supervision'
import type { AuditStore } from './audit-store.ts'

/** The stores of all rooms, bound to one transaction of one region. Each room adds the port that its use cases need. */
export interface Stores {
  readonly audit: AuditStore
  readonly organisation: OrganisationStore
  readonly register: RegisterStore
  readonly succession: SuccessionStore
  readonly drafts: DraftStore
  readonly plans: PlanStore
  readonly years: YearsStore
  readonly parents: ParentsStore
  readonly lists: ListStore
  readonly yearPlans: YearPlanStore
  readonly reports: ReportStore
  readonly asks: AskStore
  readonly targets: TargetStore
  readonly duties: DutyStore
  readonly respondents: RespondentStore
  readonly insight: InsightStore
  readonly supervision: SupervisionStore
  readonly meetings: MeetingStore
  readonly reconciliations: ReconciliationStore
  readonly notices: NoticeStore
  readonly scoring: ScoringStore
  readonly publishing: PublishingStore
}
