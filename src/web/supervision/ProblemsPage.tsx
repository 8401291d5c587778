import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { supervisionContract } from '#adapters/http/contract/supervision'
import { holds, useEndpoint, useMe, useText } from '#web/kit'
import { Button, Empty, Loaded, Page } from '#web/ui'
import './supervision.css'
import { ListFilters, listQuery } from './ListFilters.tsx'
import { supervisionMessages as messages } from './messages.ts'
import { ProblemTable } from './ProblemTable.tsx'
import { RaiseDialog } from './RaiseDialog.tsx'

const route = getRouteApi('/frame/problems')

/** Problems of the region: open ones first, mine and overdue one press away. */
export function ProblemsPage() {
  const t = useText(messages)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useMe()
  const problems = useEndpoint(
    supervisionContract.problems,
    { query: listQuery(search) },
    { filters: ['open', 'mine', 'overdue'] },
  )
  const [raising, setRaising] = useState(false)
  const listed = problems.data?.problems ?? []
  const counts = {
    open: listed.filter((problem) => problem.state !== 'closed').length,
    overdue: listed.filter((problem) => problem.overdue).length,
  }
  const mayRaise = me.data && holds(me.data, 'coordinator', 'inspector', 'leader', 'convener', 'taskForceStaff')
  return (
    <Page
      title={t('problems')}
      lead={t('problemsLead', counts)}
      actions={mayRaise && <Button onClick={() => setRaising(true)}>{t('raise')}</Button>}
    >
      <ListFilters
        search={search}
        openLabel="open"
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <Loaded query={problems}>
        {(data) =>
          data.problems.length === 0 ? <Empty text={t('noProblems')} /> : <ProblemTable problems={data.problems} />
        }
      </Loaded>
      {raising && <RaiseDialog onClose={() => setRaising(false)} />}
    </Page>
  )
}
