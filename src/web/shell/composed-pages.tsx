import { ItemPage, LeaderPage } from '#web/insight'
import { InstructBox, ItemSupervision } from '#web/supervision'

/** The page of an item with its problems and orders: rooms meet here, and nowhere else. */
export function ItemWithSupervision() {
  return (
    <ItemPage>
      {(view) => <ItemSupervision itemId={view.item.itemId} unitId={view.people.reportingUnit?.unitId} />}
    </ItemPage>
  )
}

/** The leader's page with the box in which a remark becomes an order. */
export function LeaderWithBox() {
  return <LeaderPage>{(aim) => <InstructBox brief itemId={aim.itemId} unitId={aim.unitId} />}</LeaderPage>
}
