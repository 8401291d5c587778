import type { AssignmentFact, CadencePeriod, IndicatorFact, PlanReading } from '../facts.ts'

/** The JSON that `guatu extract --format json` prints: the corpus keys, and redLines, qualitative, projects, policies, measure. */
export interface Extraction {
  readonly meta: Omit<PlanReading['meta'], 'spans'>
  readonly campaigns: readonly { no: number; name: string; annex: number | null }[]
  readonly headings: readonly { path: string; title: string }[]
  readonly assignments: readonly { path: string; quote: string; lead: readonly string[]; support: readonly string[] }[]
  readonly indicators: readonly ExtractedIndicator[]
  readonly taskforces: readonly {
    campaign: number
    convener: string | null
    deputies: readonly string[]
    members: readonly string[]
    office: string | null
  }[]
  readonly cadences: readonly { quote: string; items: readonly { period: string; act: string }[] }[]
  readonly deadlines: readonly { path: string; quote: string; due: string }[]
  readonly redLines: readonly { path: string; quote: string }[]
  readonly qualitative: readonly { path: string; quote: string }[]
  readonly projects: readonly { path: string; title: string; quote: string }[]
  readonly policies: readonly { path: string; title: string; quote: string; action: string }[]
}

interface ExtractedIndicator {
  readonly path: string
  readonly quote: string
  readonly subject: string
  readonly kind: string
  readonly op: string
  readonly value: number | null
  readonly valueHigh: number | null
  readonly unit: string
  readonly commitment: string
  readonly owner: string | null
  readonly measure: string
}

const PERIODS: Readonly<Partial<Record<CadencePeriod, string>>> = {
  twoWeek: 'two-week',
  dekad: 'ten-day',
  halfYear: 'half-year',
}

/** A unit that a clause names twice counts once; the plan check says so. */
function unique(units: readonly string[]): string[] {
  return [...new Set(units)]
}

/** The corpus keeps two columns: lead, and everybody else. Without 牵头, the 责任单位 lead beside 配合单位. */
function columns(assignment: AssignmentFact): { lead: string[]; support: string[] } {
  const of = (...roles: string[]) =>
    unique(assignment.duties.filter((duty) => roles.includes(duty.role)).map((duty) => duty.unit))
  const lead = of('lead')
  const others = of('support', 'participate')
  if (lead.length === 0 && others.length > 0) return { lead: of('responsible'), support: others }
  return { lead, support: of('responsible', 'support', 'participate') }
}

function indicator(one: IndicatorFact): ExtractedIndicator {
  const { path, quote, subject, kind, op, unit, commitment, owner, measure } = one
  const value = one.value === null ? null : Number(one.value)
  const valueHigh = one.valueHigh === null ? null : Number(one.valueHigh)
  return { path, quote, subject, kind, op, value, valueHigh, unit, commitment, owner, measure }
}

const placed = ({ path, quote }: { path: string; quote: string }) => ({ path, quote })

/** A reading as the corpus writes it; values are numbers here, as in the gold. */
export function toExtraction(reading: PlanReading): Extraction {
  const { spans: _spans, ...meta } = reading.meta
  return {
    meta,
    campaigns: reading.campaigns.map(({ no, name, annex }) => ({ no, name, annex })),
    headings: reading.headings.map(({ path, title }) => ({ path, title })),
    assignments: reading.assignments.map((one) => ({ ...placed(one), ...columns(one) })),
    indicators: reading.indicators.map(indicator),
    taskforces: reading.taskForces.map(({ campaign, convener, deputies, members, office }) => ({
      campaign,
      convener,
      deputies,
      members,
      office,
    })),
    cadences: reading.cadences.map(({ quote, items }) => ({
      quote,
      items: items.map(({ period, act }) => ({ period: PERIODS[period] ?? period, act })),
    })),
    deadlines: reading.deadlines.map((one) => ({ ...placed(one), due: one.due })),
    redLines: reading.redLines.map(placed),
    qualitative: reading.qualitative.map(placed),
    projects: reading.projects.map((one) => ({ ...placed(one), title: one.title })),
    policies: reading.policies.map((one) => ({ ...placed(one), title: one.title, action: one.action })),
  }
}
