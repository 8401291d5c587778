import { getRouteApi, Link } from '@tanstack/react-router'
import { registerContract, type UnitView } from '#adapters/http/contract/organisation'
import { holds, useEndpoint, useMarks, useMe, useText } from '#web/kit'
import { type Column, DataTable, Loaded, Page, Section } from '#web/ui'
import { daysText } from './days-text.ts'
import './organisation.css'
import { registerMessages as messages } from './register-messages.ts'
import { UnitChanges } from './UnitChanges.tsx'
import { UnitDeeds } from './UnitDeeds.tsx'
import { UnitPosts } from './UnitPosts.tsx'
import { useKinds } from './use-kinds.ts'

const route = getRouteApi('/frame/units/$unitId')

/** One unit: who works there and who holds its posts, what it answers for, what it was called and what changed. */
export function UnitPage() {
  const { unitId } = route.useParams()
  const t = useText(messages)
  const unit = useEndpoint(registerContract.unit, { params: { unitId } })
  return (
    <Loaded query={unit} title={t('units')}>
      {(view) => <Unit key={unitId} view={view} />}
    </Loaded>
  )
}

function Unit({ view }: { readonly view: UnitView }) {
  const t = useText(messages)
  const kinds = useKinds()
  const marks = useMarks()
  const { unit } = view
  const lead = [
    kinds.find(({ value }) => value === unit.kind)?.label,
    unit.mergedIntoName === null
      ? unit.endedAt === null
        ? ''
        : t('ended')
      : t('mergedInto', { name: unit.mergedIntoName }),
    unit.aliases.length > 0 ? `${t('aliases')}${marks.colon}${unit.aliases.join(marks.and)}` : '',
  ]
  return (
    <Page
      title={unit.name}
      lead={lead.filter((part) => part !== '').join('　')}
      actions={
        <>
          {view.mayManage && <UnitDeeds unit={unit} />}
          <Link to="/units" className="button button--quiet">
            {t('toUnits')}
          </Link>
        </>
      }
    >
      {unit.gap !== null && <p className="note">{t(`${unit.gap}Text`, { unit: unit.name })}</p>}
      <div className="org-unit">
        <div className="org-unit__main">
          {unit.kind === 'group' ? <Members view={view} /> : <People view={view} />}
          {unit.kind !== 'group' && <UnitPosts view={view} />}
          <Duties duties={view.duties} />
        </div>
        <div className="org-unit__side">
          {view.groups.length > 0 && <Groups view={view} />}
          {view.formerly.length > 0 && (
            <Section title={t('formerly')}>
              <ul className="org-names">
                {view.formerly.map(({ unitId, name }) => (
                  <li key={unitId}>
                    <Link to="/units/$unitId" params={{ unitId }}>
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <UnitChanges changes={view.changes} />
        </div>
      </div>
    </Page>
  )
}

function People({ view }: { readonly view: UnitView }) {
  const t = useText(messages)
  const columns = usePersonColumns()
  return (
    <Section title={t('peopleOf')}>
      {view.people.length === 0 ? (
        <p className="quiet">{t('noPeople')}</p>
      ) : (
        <DataTable
          caption={t('peopleOf')}
          columns={columns}
          rows={view.people}
          rowKey={(one) => `${one.accountId} ${one.role} ${one.standsInForName ?? ''}`}
        />
      )}
    </Section>
  )
}

function usePersonColumns(): readonly Column<UnitView['people'][number]>[] {
  const t = useText(messages)
  const { open, close } = useMarks()
  const roleOf = (one: UnitView['people'][number]) =>
    t(one.role as 'reporter') +
    (one.standsInForName === null ? '' : `${open}${t('standsIn', { name: one.standsInForName })}${close}`)
  return [
    { id: 'who', title: t('person'), cell: (one) => one.displayName },
    { id: 'role', title: t('role'), cell: roleOf },
    { id: 'days', title: t('days'), cell: (one) => daysText(one, t) },
  ]
}

function Members({ view }: { readonly view: UnitView }) {
  const t = useText(messages)
  const today = useMe().data?.region.today ?? ''
  const present = view.members.filter(({ from, until }) => (from ?? '') <= today && (until === null || until > today))
  const others = view.members.filter((one) => !present.includes(one))
  return (
    <Section title={t('membersOf')} aside={<span className="chip">{present.length}</span>}>
      {present.length === 0 ? <p className="quiet">{t('noMembers')}</p> : <Names members={present} />}
      {others.length > 0 && (
        <>
          <h3>{t('formerMembers')}</h3>
          <Names members={others} />
        </>
      )}
    </Section>
  )
}

function Names({ members }: { readonly members: UnitView['members'] }) {
  const t = useText(messages)
  return (
    <ul className="org-names">
      {members.map((one) => (
        <li key={`${one.memberUnitId} ${one.from}`}>
          <Link to="/units/$unitId" params={{ unitId: one.memberUnitId }}>
            {one.memberName}
          </Link>{' '}
          <span className="quiet">{daysText(one, t)}</span>
        </li>
      ))}
    </ul>
  )
}

function Groups({ view }: { readonly view: UnitView }) {
  const t = useText(messages)
  return (
    <Section title={t('groupsOf')}>
      <ul className="org-names">
        {view.groups.map((one) => (
          <li key={`${one.groupUnitId} ${one.from}`}>
            <Link to="/units/$unitId" params={{ unitId: one.groupUnitId }}>
              {one.groupName}
            </Link>{' '}
            <span className="quiet">{daysText(one, t)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A unit that is one of a group has a hundred. */
const FIRST_DUTIES = 20

function Duties({ duties }: Pick<UnitView, 'duties'>) {
  const t = useText(messages)
  const columns = useDutyColumns()
  const [count, grouped] = [duties.length, duties.filter(({ throughGroup }) => throughGroup !== null).length]
  const said = grouped === 0 ? count : t('dutyCounts', { count, own: count - grouped, grouped })
  return (
    <Section title={t('dutiesOf')} aside={<span className="chip">{said}</span>}>
      {duties.length === 0 ? (
        <p className="quiet">{t('noDuties')}</p>
      ) : (
        <DataTable
          caption={t('dutiesOf')}
          columns={columns}
          rows={duties}
          rowKey={(duty) => `${duty.itemId} ${duty.role} ${duty.throughGroup ?? ''}`}
          atFirst={FIRST_DUTIES}
        />
      )}
    </Section>
  )
}

function useDutyColumns(): readonly Column<UnitView['duties'][number]>[] {
  const t = useText(messages)
  const me = useMe()
  // Accounts and permissions are kept without a look into the work itself.
  const maySee = me.data !== undefined && !holds(me.data, 'administrator', 'securityOfficer')
  const titleOf = ({ itemId, title }: UnitView['duties'][number]) =>
    maySee ? (
      <Link to="/items/$itemId" params={{ itemId }}>
        {title}
      </Link>
    ) : (
      title
    )
  const roleOf = ({ role, throughGroup }: UnitView['duties'][number]) => (
    <>
      {t(role as 'lead')} {throughGroup && <span className="quiet">{t('throughGroup', { group: throughGroup })}</span>}
    </>
  )
  return [
    { id: 'duty', title: t('dutiesOf'), cell: titleOf },
    { id: 'role', title: t('role'), cell: roleOf },
  ]
}
