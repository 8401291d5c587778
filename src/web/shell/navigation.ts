import type { Me } from '#adapters/http/contract/organisation'
import type { shellMessages } from './messages.ts'
import { holds } from '#web/kit'

/** One entry of the rail: where it leads, its words, and for whom it is there. */
interface NavigationEntry {
  readonly to: string
  readonly label: keyof typeof shellMessages
  readonly visible: (me: Me) => boolean
  /** What somebody who works on no plan comes to it for. */
  readonly purpose?: keyof typeof shellMessages
}

const steering = (me: Me) => holds(me, 'coordinator', 'taskForceStaff', 'leader', 'convener', 'inspector')
/** Whether the person reports, signs, accepts or steers: everybody but the three founders and the panel. */
export const worksOnPlan = (me: Me): boolean => steering(me) || holds(me, 'reporter', 'signer')

const ENTRIES: readonly NavigationEntry[] = [
  { to: '/', label: 'home', visible: () => true },
  { to: '/wall', label: 'wall', visible: worksOnPlan },
  { to: '/gantt', label: 'gantt', visible: worksOnPlan },
  { to: '/leader', label: 'leader', visible: (me) => holds(me, 'leader', 'convener') },
  { to: '/plans', label: 'plans', visible: worksOnPlan },
  { to: '/lists', label: 'lists', visible: worksOnPlan },
  { to: '/year-plan', label: 'yearPlan', visible: (me) => holds(me, 'coordinator', 'reporter', 'signer') },
  { to: '/periods', label: 'periods', visible: (me) => holds(me, 'coordinator', 'taskForceStaff') },
  { to: '/calendar', label: 'calendar', visible: worksOnPlan },
  { to: '/releases', label: 'releases', visible: (me) => holds(me, 'coordinator') },
  {
    ...{ to: '/reconciliations', label: 'reconciliations' },
    visible: (me) => holds(me, 'coordinator', 'inspector', 'leader', 'reporter', 'signer'),
  },
  { to: '/meetings', label: 'meetings', visible: steering },
  { to: '/problems', label: 'problems', visible: worksOnPlan },
  {
    ...{ to: '/orders', label: 'orders' },
    visible: (me) => holds(me, 'coordinator', 'inspector', 'leader', 'convener', 'reporter', 'signer'),
  },
  { to: '/answering', label: 'answering', visible: worksOnPlan },
  { to: '/messages', label: 'messages', visible: worksOnPlan },
  {
    ...{ to: '/scores', label: 'scores', purpose: 'scoresFor' },
    visible: (me) => worksOnPlan(me) || holds(me, 'panelMember'),
  },
  {
    ...{ to: '/units', label: 'units', purpose: 'unitsFor' },
    visible: (me) => worksOnPlan(me) || holds(me, 'administrator', 'securityOfficer'),
  },
  {
    ...{ to: '/successions', label: 'successions', purpose: 'successionsFor' },
    visible: (me) => worksOnPlan(me) || holds(me, 'panelMember', 'appealDecider', 'securityOfficer'),
  },
  { to: '/documents', label: 'documents', visible: steering },
  { to: '/publication', label: 'publication', visible: (me) => holds(me, 'coordinator') },
  {
    ...{ to: '/accounts', label: 'accounts', purpose: 'accountsFor' },
    visible: (me) => holds(me, 'administrator', 'securityOfficer'),
  },
  {
    ...{ to: '/unit-accounts', label: 'unitAccounts', purpose: 'unitAccountsFor' },
    visible: (me) => holds(me, 'administrator'),
  },
  {
    ...{ to: '/channels', label: 'channels', purpose: 'channelsFor' },
    visible: (me) => holds(me, 'administrator'),
  },
  { to: '/audit', label: 'audit', purpose: 'auditFor', visible: (me) => holds(me, 'auditor') },
]

/** The entries that this person can use. */
export function navigationFor(me: Me): readonly NavigationEntry[] {
  return ENTRIES.filter((entry) => entry.visible(me))
}
