import { ItemPage, LeaderPage } from '#web/insight'
import { ItemPosts } from '#web/organisation'
import { ItemBelonging } from '#web/plan/standing'
import { Admissions } from '#web/registers/admissions'
import { FigureDeeds, ItemDuties, ItemTargets } from '#web/reporting'
import { InstructBox, ItemSupervision } from '#web/supervision'

/** The page of an item with what can be done with its figures, its problems and its orders: rooms meet here, and nowhere else. */
export function ItemWithSupervision() {
  return (
    <ItemPage FigureDeeds={FigureDeeds}>
      {(view) => (
        <>
          <ItemPosts itemId={view.item.itemId} />
          <ItemDuties itemId={view.item.itemId} title={view.item.title} />
          <ItemTargets itemId={view.item.itemId} isIndicator={view.item.promise !== null} />
          <ItemBelonging itemId={view.item.itemId} title={view.item.title} Admissions={Admissions} />
          <ItemSupervision itemId={view.item.itemId} unitId={view.people.reportingUnit?.unitId} />
        </>
      )}
    </ItemPage>
  )
}

/** The leader's page with the box in which a remark becomes an order. */
export function LeaderWithBox() {
  return <LeaderPage>{(aim) => <InstructBox brief itemId={aim.itemId} unitId={aim.unitId} />}</LeaderPage>
}
