// Made by scripts/make-table-types.mjs from the SQL beside it; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Read as unknown (parse it with zod at the edge), written as JSON text. */
type Json<Written> = ColumnType<unknown, Written, string | null>

interface RegionTable {
  region_id: string
  name: string
  kind: string
  parent_region_id: string | null
  time_zone: Generated<string>
  clock_at: string | null
  is_sample: Generated<boolean>
  created_at: string
  settings: Json<string | null | undefined>
}

interface UnitTable {
  region_id: string
  unit_id: string
  name: string
  kind: string
  sort_key: string
  initials: string
  created_at: string
  ended_at: string | null
  merged_into: string | null
  revision: Generated<number>
}

interface UnitAliasTable {
  region_id: string
  alias: string
  unit_id: string
}

interface UnitGroupMemberTable {
  region_id: string
  group_unit_id: string
  member_unit_id: string
  from_date: string
  to_date: string | null
}

interface AccountTable {
  region_id: string
  account_id: string
  login: string
  display_name: string
  password_hash: string | null
  created_at: string
  disabled_at: string | null
}

interface AccountRoleTable {
  region_id: string
  grant_id: string
  account_id: string
  role: string
  unit_id: string | null
  plan_id: string | null
  task_force_no: number | null
  granted_at: string
  granted_by: string | null
  revoked_at: string | null
  revoked_by: string | null
  from_on: string | null
  until_on: string | null
  held_before: Json<string | null | undefined>
  stands_in_for: string | null
}

interface SessionTable {
  region_id: string
  token_hash: string
  account_id: string
  created_at: string
  last_seen_at: string
  expires_at: string
  revoked_at: string | null
  user_agent: Generated<string>
  opened_by_link: string | null
}

interface SignInLinkTable {
  region_id: string
  token_hash: string
  account_id: string
  created_at: string
  created_by: string | null
  expires_at: string
  used_at: string | null
  code_hash: string | null
  code_by: string | null
  code_at: string | null
  wrong_codes: Generated<number>
  seen_at: string | null
}

interface SignInFailureTable {
  region_id: string
  login: string
  address: string
  failed_at: string
  failure_id: string
}

interface PostTable {
  region_id: string
  post_id: string
  unit_id: string
  title: string
  ended_on: string | null
}

interface PostHolderTable {
  region_id: string
  post_id: string
  account_id: string
  from_date: string
  to_date: string | null
}

interface IssuedDocumentTable {
  region_id: string
  document_id: string
  file_name: string
  file_sha256: string
  file_size: number
  source: Json<string>
  created_at: string
  created_by: string
}

interface DraftTable {
  region_id: string
  draft_id: string
  document_id: string
  plan_id: string | null
  state: string
  reading: Json<string>
  revision: number
  created_at: string
  created_by: string
}

interface DraftEntryTable {
  region_id: string
  draft_id: string
  entry_id: string
  kind: string
  body: Json<string>
  revision: number
  changed_in: number
  removed_as: string | null
  order_no: number
  changed_at: string
  changed_by: string
}

interface PlanTable {
  region_id: string
  plan_id: string
  title: string
  framework: string | null
  year: number
  current_version: number
}

interface PlanVersionTable {
  region_id: string
  plan_id: string
  version: number
  document_id: string
  content: Json<string>
  content_hash: string
  published_at: string
  published_by: string
  reason: Generated<string>
}

interface PlanItemTable {
  region_id: string
  plan_id: string
  item_id: string
  kind: string
  campaign_no: number | null
  title: string
  path: string
  search_text: string
  order_no: number
  frequency: string
  origin: string
  reporting_unit_id: string | null
  body: Json<string>
  added_in_version: number
  removed_in_version: number | null
}

interface PlanDutyTable {
  region_id: string
  item_id: string
  unit_id: string
  role: string
  order_no: number
}

interface TaskForceTable {
  region_id: string
  plan_id: string
  campaign_no: number
  convener: string | null
  deputies: Json<string | null | undefined>
  office_unit_id: string | null
}

interface TaskForceMemberTable {
  region_id: string
  plan_id: string
  campaign_no: number
  unit_id: string
}

interface CalendarOverrideTable {
  region_id: string
  day: string
  kind: string
  name: Generated<string>
}

interface CadenceTable {
  region_id: string
  cadence_id: string
  plan_id: string
  name: string
  created_at: string
  created_by: string
  ended_at: string | null
  campaign_no: number | null
  list: string | null
  ends_on: string | null
  opens_after: string | null
}

interface PeriodTable {
  region_id: string
  cadence_id: string
  period_id: string
  state: string
  opened_at: string
  opened_by: string | null
  due_at: string
  closed_at: string | null
  closed_by: string | null
}

interface SheetLineTable {
  region_id: string
  cadence_id: string
  period_id: string
  item_id: string
  unit_id: string
  figure_period_id: string
}

interface ReportTable {
  region_id: string
  cadence_id: string
  period_id: string
  item_id: string
  report_id: string
  unit_id: string
  figure_period_id: string
  state: string
  revision: number
  figure: string | null
  no_change: Generated<boolean>
  claim: string | null
  paragraph: Generated<string>
  blockage: Json<string | null | undefined>
  node_labels_done: Json<string | null | undefined>
  channel: string | null
  late: Generated<boolean>
  request_key: string | null
  submitted_at: string | null
  submitted_by: string | null
  signed_at: string | null
  signed_by: string | null
  decided_at: string | null
  decided_by: string | null
  return_reason: string | null
  return_due_at: string | null
  changed_at: string
  changed_by: string | null
  submitted_for: string | null
  signed_for: string | null
  decided_for: string | null
  respondent: string | null
  parts: Json<string | null | undefined>
}

interface AttachmentTable {
  region_id: string
  attachment_id: string
  owner_kind: string
  owner_id: string
  sha256: string
  file_name: string
  media_type: string
  size_bytes: number
  added_at: string
  added_by: string | null
  removed_at: string | null
}

interface ReleaseFigureTable {
  region_id: string
  item_id: string
  period_id: string
  value: string
  estimate: Generated<boolean>
  body: string
  document: string
  released_on: string
  imported_at: string
  imported_by: string
  score: string | null
  rank: number | null
  rank_of: number | null
}

interface VerificationTable {
  region_id: string
  verification_id: string
  item_id: string
  period_id: string | null
  basis: string
  note: string
  verified_at: string
  verified_by: string
  revoked_at: string | null
}

interface RedLineEventTable {
  region_id: string
  event_id: string
  item_id: string
  happened_on: string
  note: string
  recorded_at: string
  recorded_by: string
}

interface SealTable {
  region_id: string
  seq: number
  cadence_id: string
  period_id: string
  payload: string
  previous_hash: string
  hash: string
  sealed_at: string
  sealed_by: string
}

interface CorrectionTable {
  region_id: string
  correction_id: string
  seal_seq: number
  item_id: string
  old_figure: string | null
  new_figure: string | null
  old_claim: string | null
  new_claim: string | null
  reason: string
  made_at: string
  made_by: string
  approved_at: string | null
  approved_by: string | null
  refused_at: string | null
}

interface ProblemTable {
  region_id: string
  problem_id: string
  number: number
  kind: string
  title: string
  detail: Generated<string>
  plan_id: string | null
  item_id: string | null
  unit_id: string | null
  state: string
  revision: number
  found_at: string
  found_by: string
  due_on: string | null
  refused_claims: Generated<number>
  reopened: Generated<number>
  extensions: Generated<number>
  extension_until: string | null
  extension_reason: string | null
  claimed_by: string | null
  verified_by: string | null
  closed_at: string | null
}

interface ProblemEventTable {
  region_id: string
  problem_id: string
  event_no: number
  action: string
  from_state: string | null
  to_state: string
  note: Generated<string>
  at: string
  by: string
}

interface SupervisionOrderTable {
  region_id: string
  order_id: string
  number: number
  level: string
  title: string
  body: string
  plan_id: string | null
  item_id: string | null
  problem_id: string | null
  unit_id: string
  state: string
  revision: number
  issued_at: string
  issued_by: string
  acknowledge_due_at: string
  reply_due_at: string
  acknowledged_at: string | null
  acknowledged_by: string | null
  reply: string | null
  replied_at: string | null
  replied_by: string | null
  returned_replies: Generated<number>
  closed_at: string | null
  closed_by: string | null
}

interface OrderEventTable {
  region_id: string
  order_id: string
  event_no: number
  action: string
  to_state: string
  note: Generated<string>
  at: string
  by: string
}

interface SchemeTable {
  region_id: string
  scheme_id: string
  version: number
  plan_id: string
  body: Json<string>
  hash: string
  effective_from: string
  published_at: string
  published_by: string
}

interface PanelScoreTable {
  region_id: string
  plan_id: string
  evaluation_period: string
  metric_id: string
  object_id: string
  member_id: string
  score: string | null
  abstained: Generated<boolean>
  note: Generated<string>
  given_at: string
}

interface ScoreRunTable {
  region_id: string
  run_id: string
  plan_id: string
  scheme_id: string
  scheme_version: number
  evaluation_period: string
  inputs: Json<string>
  result: Json<string>
  result_hash: string
  seal_head: string
  run_at: string
  run_by: string
}

interface OfficialDocumentTable {
  region_id: string
  document_id: string
  kind: string
  number: number | null
  title: string
  plan_id: string
  seal_seq: number
  state: string
  revision: number
  body: Json<string>
  file_sha256: string | null
  created_at: string
  created_by: string
  checked_at: string | null
  checked_by: string | null
  issued_at: string | null
  issued_by: string | null
}

interface PublicationTable {
  region_id: string
  publication_id: string
  plan_id: string
  seal_seq: number
  state: string
  revision: number
  decisions: Json<string | null | undefined>
  pack: Json<string>
  released: Json<string | null | undefined>
  published_no: number | null
  created_at: string
  created_by: string
  published_at: string | null
  published_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawal_reason: string | null
}

interface AuditTable {
  region_id: string
  audit_id: string
  at: string
  actor_id: string | null
  action: string
  object_kind: string
  object_id: string
  body: string
  linked: Generated<boolean>
}

interface AuditLinkTable {
  region_id: string
  seq: number
  audit_id: string
  previous_hash: string
  hash: string
}

interface ProposedGrantTable {
  region_id: string
  proposal_id: string
  account_id: string
  role: string
  unit_id: string | null
  proposed_at: string
  proposed_by: string
  decided_at: string | null
  decided_by: string | null
  grant_id: string | null
  plan_id: string | null
  task_force_no: number | null
}

interface TableColumnsTable {
  region_id: string
  head_hash: string
  uses: Json<string>
  stated_at: string
  stated_by: string
}

interface CadenceActTable {
  region_id: string
  cadence_id: string
  act: string
  from_day: string
  period_kind: string | null
  months: Json<string | null | undefined>
  anchor: string | null
  due_workdays: Generated<number>
  due_hour: Generated<number>
  cut_off_day: number | null
  goes_to: Generated<string>
  set_at: string
  set_by: string
}

interface ActHeldTable {
  region_id: string
  cadence_id: string
  act: string
  period_id: string
  note: string
  held_at: string
  held_by: string
}

interface CalendarYearTable {
  region_id: string
  year: number
  days: Json<string>
  file_name: string
  loaded_at: string
  loaded_by: string
}

interface CalendarFeedTable {
  region_id: string
  token_hash: string
  account_id: string
  unit_id: string | null
  made_at: string
  revoked_at: string | null
}

interface UnitChangeTable {
  region_id: string
  change_id: string
  unit_id: string
  kind: string
  changed: Json<string>
  reason: string
  changed_at: string
  changed_by: string
  recorded_at: Generated<string>
}

interface ItemPostTable {
  region_id: string
  item_id: string
  part: string
  from_date: string
  post_id: string
  to_date: string | null
}

interface HandoverTable {
  region_id: string
  handover_id: string
  from_account_id: string
  to_account_id: string
  on_date: string
  grant_ids: Json<string>
  post_ids: Json<string>
  in_hand: Json<string>
  note: string
  made_at: string
  made_by: string
  decided_at: string | null
  decided_by: string | null
  outcome: string | null
}

interface DelegationTable {
  region_id: string
  delegation_id: string
  source_grant_id: string
  to_account_id: string
  from_on: string
  last_on: string
  reason: string
  made_at: string
  made_by: string
  decided_at: string | null
  decided_by: string | null
  outcome: string | null
  grant_id: string | null
  ended_at: string | null
  ended_by: string | null
}

interface DutyChangeTable {
  region_id: string
  change_id: string
  item_id: string
  kind: string
  instead_of: string | null
  from_unit_id: string | null
  to_unit_id: string
  reason: string
  from_date: string
  made_at: string
  made_by: string
}

interface DutyDisputeTable {
  region_id: string
  dispute_id: string
  item_id: string
  unit_id: string
  proposed_unit_id: string | null
  reason: string
  state: string
  revision: number
  made_at: string
  made_by: string
  office_due_at: string
  decided_at: string | null
  decided_by: string | null
  decision_reason: string | null
  to_unit_id: string | null
  report_due_at: string | null
}

interface ReportVoiceTable {
  region_id: string
  voice_id: string
  report_id: string
  unit_id: string
  kind: string
  answer: string
  note: Generated<string>
  given_at: string
  given_by: string
}

interface BlockageTable {
  region_id: string
  blockage_id: string
  item_id: string
  unit_id: string
  report_id: string | null
  what: string
  needs: string
  needs_unit_id: string | null
  by_date: string | null
  state: string
  level: number
  level_due_at: string
  revision: number
  raised_at: string
  raised_by: string | null
  closed_at: string | null
  closed_by: string | null
  outcome: string | null
}

interface BlockageEventTable {
  region_id: string
  blockage_id: string
  event_no: number
  action: string
  level: number
  note: Generated<string>
  at: string
  by: string | null
}

interface RespondentLinkTable {
  region_id: string
  link_id: string
  token_hash: string
  cadence_id: string
  period_id: string
  unit_id: string
  respondent: string
  created_at: string
  created_by: string
  expires_at: string
  opened_at: string | null
  revoked_at: string | null
  revoked_by: string | null
}

interface PlanReceiptTable {
  region_id: string
  plan_id: string
  version: number
  unit_id: string
  signed_at: string
  signed_by: string
}

interface MeasureTable {
  region_id: string
  measure_id: string
  item_id: string
  unit_id: string
  title: string
  responsible: Generated<string>
  due_on: string
  done_on: string | null
  revision: number
  added_at: string
  added_by: string
  removed_at: string | null
  removed_by: string | null
}

interface RecognitionTable {
  region_id: string
  row_id: string
  item_id: string
  unit_id: string
  name: string
  disclosure: string
  body: string
  document: Generated<string>
  filed_on: string
  admitted_on: string | null
  recognised_on: string | null
  looked_at: string | null
  looked_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawal_reason: string | null
  revision: number
  changed_at: string
  changed_by: string
}

interface TargetFactTable {
  region_id: string
  fact_id: string
  item_id: string
  kind: string
  body: Json<string>
  document: string
  stated_at: string
  stated_by: string
  approved_at: string | null
  approved_by: string | null
  refused_at: string | null
}

interface RedLineRevocationTable {
  region_id: string
  revocation_id: string
  event_id: string
  reason: string
  made_at: string
  made_by: string
  approved_at: string | null
  approved_by: string | null
  refused_at: string | null
}

interface OwnEstimateTable {
  region_id: string
  estimate_id: string
  item_id: string
  period_id: string
  value: string
  basis: string
  made_at: string
  made_by: string
}

interface ComparisonSeriesTable {
  region_id: string
  series_id: string
  name: string
  unit: string
  body: string
  created_at: string
  created_by: string
}

interface ComparisonFigureTable {
  region_id: string
  figure_id: string
  series_id: string
  period_id: string
  value: string
  document: string
  released_on: string
  imported_at: string
  imported_by: string
}

interface OfficialSeriesTable {
  region_id: string
  name: string
  body: Json<string | null | undefined>
  changed_at: string
  changed_by: string
}

interface ScheduleChangeTable {
  region_id: string
  change_id: string
  item_id: string
  part: string
  body: Json<string>
  planned: Json<string>
  effective_from: string
  reason: string
  source: string | null
  proposed_at: string
  proposed_by: string
  decided_at: string | null
  decided_by: string | null
  approved: boolean | null
  note: string | null
}

interface EscalationRuleTable {
  region_id: string
  version: number
  body: Json<string>
  published_at: string
  published_by: string
}

interface NoticeTable {
  region_id: string
  notice_id: string
  account_id: string
  moment: string
  level: string
  matters: Json<string>
  written_at: string
  read_at: string | null
}

interface NoticeReachedTable {
  region_id: string
  recipient_id: string
  matter_key: string
  level: string
  reached_at: string
}

interface NoticeChannelTable {
  region_id: string
  channel_id: string
  kind: string
  name: string
  shown: string
  sealed: string
  allow_private: Generated<boolean>
  from_level: string
  added_at: string
  added_by: string
  ended_at: string | null
}

interface NoticeDeliveryTable {
  region_id: string
  delivery_id: string
  channel_id: string
  recipient: string
  moment: string
  content: Json<string>
  state: string
  attempts: Generated<number>
  next_at: string
  lease_by: string | null
  lease_until: string | null
  trouble_code: string | null
  trouble_detail: Json<string | null | undefined>
  sent_at: string | null
}

interface NoticePreferenceTable {
  region_id: string
  account_id: string
  mail_address: string | null
  hours: Json<string | null | undefined>
  changed_at: string
}

interface TaskLeaseTable {
  region_id: string
  task: string
  holder: string
  held_until: string
}

interface FormTimeTable {
  region_id: string
  cadence_id: string
  form: string
  seconds: number
  answers: number
}

interface TwinAskTable {
  region_id: string
  twin_id: string
  cadence_id: string
  item_id: string
  other_item_id: string
  reason: string
  decided_at: string
  decided_by: string
}

interface MeetingTable {
  region_id: string
  meeting_id: string
  plan_id: string
  campaign_no: number
  number: number
  held_on: string
  place: string
  chair: string
  state: string
  revision: number
  agenda: Json<string>
  created_at: string
  created_by: string
  held_at: string | null
  held_by: string | null
  issued_at: string | null
  issued_by: string | null
  minutes: Json<string | null | undefined>
  file_sha256: string | null
}

interface MeetingLineTable {
  region_id: string
  meeting_id: string
  line_id: string
  title: string
  added_at: string
  added_by: string
}

interface MeetingNoteTable {
  region_id: string
  meeting_id: string
  line_id: string
  words: string
  revision: number
  changed_at: string
  changed_by: string
}

interface MeetingAttendeeTable {
  region_id: string
  meeting_id: string
  attendee_no: number
  post: string
  presence: string
  reason: string
  changed_at: string
  changed_by: string
}

interface MeetingDecisionTable {
  region_id: string
  meeting_id: string
  decision_no: number
  line_id: string
  kind: string
  words: string
  unit_id: string | null
  order_id: string | null
  blockage_id: string | null
  decided_at: string
  decided_by: string
}

interface MeetingCorrectionTable {
  region_id: string
  meeting_id: string
  correction_no: number
  old_words: string
  new_words: string
  reason: string
  made_at: string
  made_by: string
}

interface ReconciliationTable {
  region_id: string
  reconciliation_id: string
  plan_id: string
  cadence_id: string | null
  name: string
  period_id: string
  first_unit_id: string
  second_unit_id: string
  figure_unit: string
  due_on: string
  state: string
  opened_at: string
  opened_by: string
  closed_at: string | null
  closed_by: string | null
}

interface ReconciliationFigureTable {
  region_id: string
  reconciliation_id: string
  entry_no: number
  side: string
  key: string
  label: string
  value: string | null
  carried_from: string | null
  at: string
  by: string
}

interface ReconciliationActTable {
  region_id: string
  reconciliation_id: string
  act_no: number
  key: string
  act: string
  side: string | null
  holds: string | null
  value: string | null
  reason: string
  at: string
  by: string
}

interface ItemLinkTable {
  region_id: string
  earlier_item_id: string
  later_item_id: string
  state: string
  decided_at: string
  decided_by: string
}

interface FinalAccountTable {
  region_id: string
  plan_id: string
  campaign_no: number
  body: Json<string>
  seal_seq: number
  closed_at: string
  closed_by: string
}

interface FinalAccountReasonTable {
  region_id: string
  plan_id: string
  item_id: string
  reason: string
  revision: number
  changed_at: string
  changed_by: string
}

interface FinalAccountCorrectionTable {
  region_id: string
  correction_id: string
  plan_id: string
  item_id: string
  old_value: string | null
  new_value: string
  reason: string
  made_at: string
  made_by: string
  approved_at: string | null
  approved_by: string | null
  refused_at: string | null
}

interface StandingPlanTable {
  region_id: string
  standing_plan_id: string
  title: string
  doc_number: string
  body: string
  issued_on: string | null
  revision: number
  changed_at: string
  changed_by: string
}

interface StandingPlanItemTable {
  region_id: string
  link_id: string
  standing_plan_id: string
  item_id: string
  clause: string
  linked_at: string
  linked_by: string
  ended_at: string | null
  ended_by: string | null
}

interface ItemPlacementTable {
  region_id: string
  placement_id: string
  item_id: string
  kind: string
  reason: string
  placed_at: string
  placed_by: string
  ended_at: string | null
  ended_by: string | null
}

interface DomainListTable {
  region_id: string
  list_id: string
  name: string
  family: string
  plan_id: string | null
  campaign_no: number | null
  fields: Json<string>
  revision: number
  created_at: string
  created_by: string
  ended_at: string | null
}

interface DomainListRowTable {
  region_id: string
  row_id: string
  list_id: string
  row_no: number
  unit_id: string | null
  item_id: string | null
  body: Json<string>
  revision: number
  changed_at: string
  removed_at: string | null
}

interface DomainListChangeTable {
  region_id: string
  row_id: string
  revision: number
  deed: string
  body: Json<string>
  reason: string
  at: string
  by: string
  approved_by: string | null
}

interface PublicationReadTable {
  region_id: string
  plan_id: string
  read_on: string
  reads: number
}

interface AdmissionTable {
  region_id: string
  admission_id: string
  deed: string
  list_id: string | null
  row_id: string | null
  body: Json<string | null | undefined>
  item_id: string | null
  kind: string | null
  reason: string
  asked_at: string
  asked_by: string
  decided_at: string | null
  decided_by: string | null
  approved: boolean | null
  note: string | null
}

/** Every table of the product by its name. */
export interface Tables {
  region: RegionTable
  unit: UnitTable
  unit_alias: UnitAliasTable
  unit_group_member: UnitGroupMemberTable
  account: AccountTable
  account_role: AccountRoleTable
  session: SessionTable
  sign_in_link: SignInLinkTable
  sign_in_failure: SignInFailureTable
  post: PostTable
  post_holder: PostHolderTable
  issued_document: IssuedDocumentTable
  draft: DraftTable
  draft_entry: DraftEntryTable
  plan: PlanTable
  plan_version: PlanVersionTable
  plan_item: PlanItemTable
  plan_duty: PlanDutyTable
  task_force: TaskForceTable
  task_force_member: TaskForceMemberTable
  calendar_override: CalendarOverrideTable
  cadence: CadenceTable
  period: PeriodTable
  sheet_line: SheetLineTable
  report: ReportTable
  attachment: AttachmentTable
  release_figure: ReleaseFigureTable
  verification: VerificationTable
  red_line_event: RedLineEventTable
  seal: SealTable
  correction: CorrectionTable
  problem: ProblemTable
  problem_event: ProblemEventTable
  supervision_order: SupervisionOrderTable
  order_event: OrderEventTable
  scheme: SchemeTable
  panel_score: PanelScoreTable
  score_run: ScoreRunTable
  official_document: OfficialDocumentTable
  publication: PublicationTable
  audit: AuditTable
  audit_link: AuditLinkTable
  proposed_grant: ProposedGrantTable
  table_columns: TableColumnsTable
  cadence_act: CadenceActTable
  act_held: ActHeldTable
  calendar_year: CalendarYearTable
  calendar_feed: CalendarFeedTable
  unit_change: UnitChangeTable
  item_post: ItemPostTable
  handover: HandoverTable
  delegation: DelegationTable
  duty_change: DutyChangeTable
  duty_dispute: DutyDisputeTable
  report_voice: ReportVoiceTable
  blockage: BlockageTable
  blockage_event: BlockageEventTable
  respondent_link: RespondentLinkTable
  plan_receipt: PlanReceiptTable
  measure: MeasureTable
  recognition: RecognitionTable
  target_fact: TargetFactTable
  red_line_revocation: RedLineRevocationTable
  own_estimate: OwnEstimateTable
  comparison_series: ComparisonSeriesTable
  comparison_figure: ComparisonFigureTable
  official_series: OfficialSeriesTable
  schedule_change: ScheduleChangeTable
  escalation_rule: EscalationRuleTable
  notice: NoticeTable
  notice_reached: NoticeReachedTable
  notice_channel: NoticeChannelTable
  notice_delivery: NoticeDeliveryTable
  notice_preference: NoticePreferenceTable
  task_lease: TaskLeaseTable
  form_time: FormTimeTable
  twin_ask: TwinAskTable
  meeting: MeetingTable
  meeting_line: MeetingLineTable
  meeting_note: MeetingNoteTable
  meeting_attendee: MeetingAttendeeTable
  meeting_decision: MeetingDecisionTable
  meeting_correction: MeetingCorrectionTable
  reconciliation: ReconciliationTable
  reconciliation_figure: ReconciliationFigureTable
  reconciliation_act: ReconciliationActTable
  item_link: ItemLinkTable
  final_account: FinalAccountTable
  final_account_reason: FinalAccountReasonTable
  final_account_correction: FinalAccountCorrectionTable
  standing_plan: StandingPlanTable
  standing_plan_item: StandingPlanItemTable
  item_placement: ItemPlacementTable
  domain_list: DomainListTable
  domain_list_row: DomainListRowTable
  domain_list_change: DomainListChangeTable
  publication_read: PublicationReadTable
  admission: AdmissionTable
}
