import { day, id, matching, oneOf, searchOf, text, whole, yes } from './read-search.ts'

const light = oneOf('red', 'yellow', 'green', 'blue', 'grey')

/** What the address of the wall says: its filters, the item whose why is open, whether it fills the screen, and campaigns unfolded on a phone. */
export const wallSearch = searchOf({
  plan: id,
  campaign: whole(),
  unit: id,
  light,
  kind: oneOf('indicator', 'task', 'project', 'policy'),
  q: text(100),
  item: text(),
  board: yes,
  all: text(100),
})

/** The issued text: the item whose sentence is shown, and a version that is not the one in force. */
export const planTextSearch = searchOf({ item: text(), version: whole() })

/** Review of a draft: the tab and the entry that is open. */
export const reviewSearch = searchOf({ tab: text(), item: text() })

/** A plan's lists: projection, list, what narrows them, and whether all lines stand. */
export const planSearch = searchOf({
  view: oneOf('works', 'duties'),
  list: text(),
  campaign: whole(),
  unitId: id,
  role: oneOf('lead', 'responsible', 'support', 'participate'),
  text: text(100),
  all: oneOf('yes'),
})

/** What the address of a list of problems or orders says. */
export const listSearch = searchOf({ all: yes, mine: yes, overdue: yes })

/** How sheets are answered: one period of a cadence, and by what units are sorted. */
export const answeringSearch = searchOf({
  period: text(20),
  cadence: id,
  sort: oneOf('completeness', 'timeliness', 'returnRate', 'due'),
})

/** The burden account: its month. */
export const burdenSearch = searchOf({ month: matching(/^\d{4}-M\d{2}$/) })

/** My messages: what they are narrowed to. */
export const messagesSearch = searchOf({ unread: yes, level: oneOf('reminder', 'urging', 'warning') })

/** Review of a publication: what the fields are narrowed to. */
export const publicationSearch = searchOf({
  class: oneOf('public', 'internal', 'restricted'),
  decision: oneOf('undecided', 'release', 'withhold'),
  field: text(40),
  q: text(100),
})

/** A public plan: what is looked for. */
export const publicSearch = searchOf({ q: text(100), light })

/** Scores: the plan and the evaluation. */
export const scoresSearch = searchOf({ plan: id, run: id })

/** A panel sheet: the plan and the quarter. */
export const panelSearch = searchOf({ plan: id, period: text(10) })

/** The register of units: what it is narrowed to. */
export const unitsSearch = searchOf({
  q: text(100),
  kind: oneOf(
    ...(['bureau', 'office', 'township', 'street', 'stationed'] as const),
    ...(['stateCompany', 'court', 'bank', 'group', 'other'] as const),
  ),
  ended: yes,
})

/** The Gantt: its filters, how much time it shows and around which day, the row that is open, and the paper. */
export const ganttSearch = searchOf({
  plan: id,
  campaign: whole(),
  unit: id,
  late: yes,
  scale: oneOf('year', 'quarter', 'month'),
  at: day,
  item: text(),
  paper: oneOf('a3', 'a4'),
})

/** The calendar of what is due: the month, and whether the reader's units alone. */
export const calendarSearch = searchOf({ month: matching(/^20\d\d-(0[1-9]|1[0-2])$/), mine: yes })

/** The work calendar: the year that is shown. */
export const workCalendarSearch = searchOf({ year: whole(2000, 2100) })

/** Whose own year is looked at. */
export const yearPlanSearch = searchOf({ unit: id })

/** The years side by side: what is looked for. */
export const yearsSearch = searchOf({ q: text(100) })

/** A final account: whether what was missed alone, what is looked for, and the campaigns whose lines all stand. */
export const accountSearch = searchOf({ missed: yes, q: text(100), all: text(100) })

/** The log: the kind of object, and the row to go on from. */
export const auditSearch = searchOf({ of: text(40), before: id })
