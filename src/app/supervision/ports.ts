import type { LocalDate } from '#core/kit'
import type {
  OrderAction,
  OrderLevel,
  OrderStanding,
  OrderState,
  ProblemAction,
  ProblemKind,
  ProblemStanding,
  ProblemState,
} from '#core/supervision'

/** A request for a later due day that waits for a decision. */
export interface PendingExtension {
  readonly until: LocalDate
  readonly reason: string
}

/** A problem as it is kept, with the names and facts of its place that lists and rights need. */
export interface ProblemRow extends Omit<ProblemStanding, 'closedAbove'> {
  readonly problemId: string
  readonly number: number
  readonly kind: ProblemKind
  readonly title: string
  readonly detail: string
  readonly planId: string | null
  readonly itemId: string | null
  readonly itemTitle: string | null
  readonly campaignNo: number | null
  /** Unit where the task-force office of its item sits; null = there is none. */
  readonly officeUnitId: string | null
  readonly unitName: string | null
  readonly revision: number
  readonly foundAt: string
  readonly foundBy: string
  readonly closedAt: string | null
  readonly extension: PendingExtension | null
}

/** What a new problem is kept with; everything else is the state of something found just now. */
export interface NewProblem {
  readonly problemId: string
  readonly number: number
  readonly kind: ProblemKind
  readonly title: string
  readonly detail: string
  readonly planId: string | null
  readonly itemId: string | null
  readonly unitId: string | null
  readonly at: string
  readonly by: string
}

/** What happened to a problem or an order. */
export interface EventRow {
  readonly eventNo: number
  readonly action: string
  readonly toState: string
  readonly note: string
  readonly at: string
  readonly by: string
  readonly byName: string
  readonly byUnitName: string | null
}

/** An event to be kept. */
export interface NewEvent {
  readonly action:
    | ProblemAction['kind']
    | OrderAction['kind']
    | 'raise'
    | 'issue'
    | 'askExtension'
    | 'grantExtension'
    | 'denyExtension'
  readonly fromState: ProblemState | OrderState | null
  readonly toState: ProblemState | OrderState
  readonly note: string
  readonly at: string
  readonly by: string
}

/** An order as it is kept, with names. */
export interface OrderRow extends OrderStanding {
  readonly orderId: string
  readonly number: number
  readonly level: OrderLevel
  readonly title: string
  readonly body: string
  readonly planId: string | null
  readonly itemId: string | null
  readonly itemTitle: string | null
  readonly problemId: string | null
  readonly unitName: string
  readonly revision: number
  readonly issuedAt: string
  readonly issuedBy: string
  readonly issuedByName: string
  readonly acknowledgedAt: string | null
  readonly reply: string | null
  readonly repliedAt: string | null
  readonly closedAt: string | null
}

/** What a new order is kept with. */
export interface NewOrder {
  readonly orderId: string
  readonly number: number
  readonly title: string
  readonly body: string
  readonly planId: string | null
  readonly itemId: string | null
  readonly problemId: string | null
  readonly unitId: string
  readonly acknowledgeDueAt: string
  readonly replyDueAt: string
  readonly at: string
  readonly by: string
}

/** A file that backs a claim. */
export interface FileRow {
  readonly attachmentId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** What lists are narrowed to; everything given must hold. */
export interface SupervisionFilter {
  readonly open?: boolean
  readonly itemId?: string
  readonly unitId?: string
}

/** Problems and orders with their histories, inside one transaction of one region. */
export interface SupervisionStore {
  /** The next number of a region's problems; holds the counter until the transaction ends. */
  nextProblemNumber(): Promise<number>
  addProblem(row: NewProblem): Promise<void>
  problem(problemId: string): Promise<ProblemRow | null>
  problems(filter: SupervisionFilter): Promise<readonly ProblemRow[]>
  /** Writes where a problem stands; false where somebody changed it since that revision. */
  saveProblem(row: ProblemRow & { readonly revisionBefore: number }): Promise<boolean>
  addProblemEvent(problemId: string, event: NewEvent): Promise<void>
  problemEvents(problemId: string): Promise<readonly EventRow[]>
  problemFiles(problemId: string): Promise<readonly FileRow[]>
  nextOrderNumber(): Promise<number>
  addOrder(row: NewOrder): Promise<void>
  order(orderId: string): Promise<OrderRow | null>
  orders(filter: SupervisionFilter): Promise<readonly OrderRow[]>
  saveOrder(
    row: OrderRow & { readonly revisionBefore: number; readonly at: string; readonly by: string },
  ): Promise<boolean>
  addOrderEvent(orderId: string, event: NewEvent): Promise<void>
  orderEvents(orderId: string): Promise<readonly EventRow[]>
}
