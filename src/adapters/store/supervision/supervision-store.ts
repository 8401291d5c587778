import type { Transaction } from 'kysely'
import type { SupervisionStore } from '#app/supervision'
import type { Tables } from '../schema/tables.ts'
import { insertOrderEvent, insertProblemEvent, nextNumber, readEvents, readFilesOf } from './event-rows.ts'
import { insertOrder, readOrderRow, readOrderRows, updateOrder } from './order-rows.ts'
import { insertProblem, readProblemRow, readProblemRows, updateProblem } from './problem-rows.ts'

/** Problems and orders with their histories, in PostgreSQL. */
export function supervisionStore(tx: Transaction<Tables>, regionId: string): SupervisionStore {
  return {
    nextProblemNumber: () => nextNumber(tx, regionId, 'problem'),
    addProblem: (row) => insertProblem(tx, regionId, row),
    problem: (problemId) => readProblemRow(tx, regionId, problemId),
    problems: (filter) => readProblemRows(tx, regionId, filter),
    saveProblem: (row) => updateProblem(tx, regionId, row),
    addProblemEvent: (problemId, event) => insertProblemEvent(tx, regionId, problemId, event),
    problemEvents: (problemId) => readEvents(tx, regionId, 'problem', problemId),
    problemFiles: (problemId) => readFilesOf(tx, regionId, problemId),
    nextOrderNumber: () => nextNumber(tx, regionId, 'supervision_order'),
    addOrder: (row) => insertOrder(tx, regionId, row),
    order: (orderId) => readOrderRow(tx, regionId, orderId),
    orders: (filter) => readOrderRows(tx, regionId, filter),
    saveOrder: (row) => updateOrder(tx, regionId, row),
    addOrderEvent: (orderId, event) => insertOrderEvent(tx, regionId, orderId, event),
    orderEvents: (orderId) => readEvents(tx, regionId, 'order', orderId),
  }
}
