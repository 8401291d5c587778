import { Link, useNavigate } from '@tanstack/react-router'
import type { Problem } from '#adapters/http/contract/supervision'
import { useText, When } from '#web/kit'
import { type Column, DataTable } from '#web/ui'
import { supervisionMessages as messages } from './messages.ts'
import { problemMarks } from './words.ts'

/** Problems as a list: what, whose, where it stands, until when. */
export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText(messages)
  const navigate = useNavigate()
  return (
    <DataTable
      caption={t('problems')}
      columns={useColumns()}
      rows={problems}
      rowKey={(problem) => problem.problemId}
      onOpen={({ problemId }) => void navigate({ to: '/problems/$problemId', params: { problemId } })}
    />
  )
}

function useColumns(): readonly Column<Problem>[] {
  const t = useText(messages)
  return [
    { id: 'number', title: t('number'), figure: true, cell: (problem) => problem.number },
    {
      id: 'title',
      title: t('title'),
      lead: true,
      cell: (problem) => (
        <>
          <Link to="/problems/$problemId" params={{ problemId: problem.problemId }}>
            {problem.title}
          </Link>
          {problem.itemTitle && <small className="list__sub">{problem.itemTitle}</small>}
        </>
      ),
    },
    { id: 'unit', title: t('unit'), cell: (problem) => problem.unitName ?? t('noUnit') },
    {
      id: 'state',
      title: t('state'),
      cell: (problem) => (
        <>
          {t(problem.state)}
          {problemMarks(problem).map(([key, count]) => (
            <span key={key} className="chip list__chip">
              {t(key, { count })}
            </span>
          ))}
        </>
      ),
    },
    { id: 'due', title: t('due'), cell: (problem) => <DueDay due={problem.dueOn} overdue={problem.overdue} /> },
  ]
}

/** A due day; past it the word stands beside it, so that colour alone says nothing. */
export function DueDay({ due, overdue }: { readonly due: string | null; readonly overdue: boolean }) {
  const t = useText(messages)
  if (due === null) return null
  return (
    <span className={overdue ? 'late' : undefined}>
      <When at={due} /> {overdue && t('overdue')}
    </span>
  )
}
