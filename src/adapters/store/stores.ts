import type { Transaction } from 'kysely'
import type { Stores } from '#app/kit'
import { insightStore } from './insight/insight-store.ts'
import { type AuditAuthor, auditStore } from './kit/audit-store.ts'
import { organisationStore } from './organisation/organisation-store.ts'
import { registerStore } from './organisation/register-store.ts'
import { successionStore } from './organisation/succession-store.ts'
import { askStore } from './reporting/asks/ask-store.ts'
import { reportStore } from './reporting/report-store.ts'
import { targetStore } from './reporting/target-store.ts'
import { respondentStore } from './reporting/respondent-store.ts'
import { dutyStore } from './reporting/responsibility/duty-store.ts'
import { reconciliationStore } from './reporting/reconciliation-store.ts'
import { draftStore } from './plan/draft-store.ts'
import { yearsStore } from './plan/years-store.ts'
import { parentsStore } from './plan/parents-store.ts'
import { planStore } from './plan/plan-store.ts'
import { yearPlanStore } from './plan/year-plan-store.ts'
import { publishingStore } from './publishing/publishing-store.ts'
import { listStore } from './registers/list-store.ts'
import { scoringStore } from './scoring/scoring-store.ts'
import { meetingStore } from './supervision/meeting-store.ts'
import { supervisionStore } from './supervision/supervision-store.ts'
import { noticeStore } from './supervision/notices/notice-store.ts'
import type { Tables } from './schema/tables.ts'

/** The stores of every room on one transaction of one region; each is made when it is first asked for, as most requests use one. */
export function storesOn(tx: Transaction<Tables>, author: AuditAuthor): Stores {
  const { regionId } = author
  return madeWhenAsked<Stores>({
    audit: () => auditStore(tx, author),
    organisation: () => organisationStore(tx, regionId),
    register: () => registerStore(tx, regionId),
    succession: () => successionStore(tx, regionId),
    drafts: () => draftStore(tx, regionId),
    plans: () => planStore(tx, regionId),
    years: () => yearsStore(tx, regionId),
    parents: () => parentsStore(tx, regionId),
    lists: () => listStore(tx, regionId),
    yearPlans: () => yearPlanStore(tx, regionId),
    reports: () => reportStore(tx, author),
    asks: () => askStore(tx, regionId),
    targets: () => targetStore(tx, regionId),
    respondents: () => respondentStore(tx, regionId),
    duties: () => dutyStore(tx, regionId),
    insight: () => insightStore(tx, regionId),
    supervision: () => supervisionStore(tx, regionId),
    meetings: () => meetingStore(tx, regionId),
    reconciliations: () => reconciliationStore(tx, regionId),
    notices: () => noticeStore(tx, regionId),
    scoring: () => scoringStore(tx, regionId),
    publishing: () => publishingStore(tx, regionId),
  })
}

function madeWhenAsked<T extends object>(makers: { readonly [Name in keyof T]: () => T[Name] }): T {
  return new Proxy({} as T, {
    get(made, name) {
      const key = name as keyof T
      if (!(key in made) && key in makers) made[key] = makers[key]()
      return made[key]
    },
  })
}
