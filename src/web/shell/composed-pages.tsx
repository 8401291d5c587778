import { ItemPage, LeaderPage } from '#web/insight'
import { FigureDeeds } from '#web/reporting'
import { InstructBox, ItemSupervision } from '#web/supervision'

/** The page of an item with what can be done with its figures, its problems and its orders: rooms meet here, and nowhere else. */
export function ItemWithSupervision() {
  return (
    <ItemPage FigureDeeds={FigureDeeds}>
      {(view) => <ItemSupervision itemId={view.item.itemId} unitId={view.people.reportingUnit?.unitId} />}
    </ItemPage>
  )
}

/** The leader's page with the box in which a remark becomes an order. */
export function LeaderWithBox() {
  return <LeaderPage>{(aim) => <InstructBox brief itemId={aim.itemId} unitId={aim.unitId} />}</LeaderPage>
}
