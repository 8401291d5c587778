import { getRouteApi, Link } from '@tanstack/react-router'
import { type ProblemView, supervisionContract } from '#adapters/http/contract/supervision'
import { useEndpoint, useText } from '#web/kit'
import { Loaded, Page, Section } from '#web/ui'
import './supervision.css'
import { EvidenceList } from './EvidenceField.tsx'
import { History } from './History.tsx'
import { supervisionMessages as messages } from './messages.ts'
import { ProblemDeeds } from './ProblemDeeds.tsx'
import { DueDay } from './ProblemTable.tsx'
import { actionKey, problemMarks } from './words.ts'

const route = getRouteApi('/frame/problems/$problemId')

/** One problem from finding to closing, with what the reader can do now. */
export function ProblemPage() {
  const { problemId } = route.useParams()
  const problem = useEndpoint(supervisionContract.problem, { params: { problemId } })
  const t = useText(messages)
  return (
    <Loaded query={problem} title={t('problems')}>
      {(view) => <Problem view={view} />}
    </Loaded>
  )
}

function Problem({ view }: { readonly view: ProblemView }) {
  const t = useText(messages)
  const { problem } = view
  return (
    <Page
      title={problem.title}
      lead={t('problemNo', { number: problem.number, kind: t(problem.kind) })}
      actions={<ProblemDeeds view={view} />}
    >
      <div className="matter">
        <div className="matter__main">
          {problem.detail && <p className="matter__words">{problem.detail}</p>}
          {problem.extension && <p className="note">{t('extensionAsked', problem.extension)}</p>}
          <History
            events={view.events}
            hoursInStates={view.hoursInStates}
            actionKey={actionKey}
            stateKey={(state) => state as 'found'}
          />
        </div>
        <div className="matter__side">
          <Facts problem={problem} />
          <Section title={t('files')}>
            <EvidenceList files={view.files} />
          </Section>
        </div>
      </div>
    </Page>
  )
}

function Facts({ problem }: Pick<ProblemView, 'problem'>) {
  const t = useText(messages)
  return (
    <dl className="facts">
      <dt>{t('state')}</dt>
      <dd>
        {t(problem.state)}
        {problemMarks(problem).map(([key, count]) => (
          <span key={key} className="chip list__chip">
            {t(key, { count })}
          </span>
        ))}
      </dd>
      <dt>{t('unit')}</dt>
      <dd>{problem.unitName ?? t('noUnit')}</dd>
      {problem.dueOn && (
        <>
          <dt>{t('due')}</dt>
          <dd>
            <DueDay due={problem.dueOn} overdue={problem.overdue} />
          </dd>
        </>
      )}
      {problem.itemId && (
        <>
          <dt>{t('ofItem')}</dt>
          <dd>
            <Link to="/items/$itemId" params={{ itemId: problem.itemId }}>
              {problem.itemTitle}
            </Link>
          </dd>
        </>
      )}
    </dl>
  )
}
