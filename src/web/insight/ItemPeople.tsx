import type { ItemView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { itemMessages as messages } from './item-messages.ts'

const roles = ['lead', 'responsible', 'support', 'participate'] as const

interface ItemPeopleProps {
  readonly people: ItemView['people']
  readonly openList: boolean
}

/** Who answers for an item: posts and units. */
export function ItemPeople({ people, openList }: ItemPeopleProps) {
  const t = useText(messages)
  const posts = [
    ['campaign', people.campaignName],
    ['leaderInCharge', people.leaderInCharge],
    ['responsiblePerson', people.responsiblePerson],
    ['convener', people.convener],
    ['office', people.officeUnitName],
    ['reports', people.reportingUnit?.name ?? null],
  ] as const
  const duties = roles.flatMap((role) => {
    const units = people.duties.filter((duty) => duty.role === role).map((duty) => duty.unit)
    return units.length === 0 ? [] : [{ role, units: units.join('、') }]
  })
  return (
    <dl className="numbers">
      {posts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="numbers__row">
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {duties.map(({ role, units }, index) => (
        <div key={role} className="numbers__row">
          <dt>{t(role)}</dt>
          <dd>
            {units}
            {openList && index === duties.length - 1 && ` ${t('openList')}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
