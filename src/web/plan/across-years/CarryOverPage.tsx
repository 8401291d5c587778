import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import type { OutputOf } from '#adapters/http/contract/kit'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, Empty, ErrorNote, groupDigits, Loaded, Page, Section } from '#web/ui'
import './across-years.css'
import { yearsMessages as messages } from './messages.ts'
import { named } from './named.ts'

const route = getRouteApi('/frame/drafts/$draftId/carry-over')

type Offered = OutputOf<typeof planContract.readCarryOver>

/** What last year's plan has for a draft: base values of the same indicators, and open tasks. A person chooses. */
export function CarryOverPage() {
  const { draftId } = route.useParams()
  const t = useText(messages)
  const offered = useEndpoint(planContract.readCarryOver, { params: { draftId } })
  return (
    <Loaded query={offered} title={t('carryOver')}>
      {(data) => <CarryOver draftId={draftId} offered={data} />}
    </Loaded>
  )
}

function CarryOver({ draftId, offered }: { readonly draftId: string; readonly offered: Offered }) {
  const t = useText(messages)
  const take = useAction(planContract.carryOver)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { earlierPlan, links, openTasks } = offered
  const toggle = (id: string) =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]))
  const submit = () => {
    const taken = links.filter(({ later }) => chosen.has(later.itemId))
    const body = {
      links: taken.map(({ earlier, later }) => ({ earlierItemId: earlier.itemId, laterItemId: later.itemId })),
      taskIds: openTasks.flatMap(({ itemId }) => (chosen.has(itemId) ? [itemId] : [])),
    }
    take.mutate({ params: { draftId }, body }, { onSuccess: () => setChosen(new Set()) })
  }
  return (
    <Page
      title={t('carryOver')}
      lead={earlierPlan ? t('carryLead', { title: earlierPlan.title }) : t('noEarlier')}
      actions={
        <Button look="primary" disabled={chosen.size === 0 || take.isPending} onClick={submit}>
          {t('take', { count: chosen.size })}
        </Button>
      }
    >
      <p>
        <Link to="/drafts/$draftId" params={{ draftId }}>
          {t('toDraft')}
        </Link>
      </p>
      <ErrorNote error={take.error} />
      {earlierPlan === null && <Empty text={t('noEarlier')} />}
      {links.length > 0 && (
        <Section title={t('links')}>
          <ul className="account__corrections">
            {links.map(({ earlier, later, state }) => (
              <Choice
                key={later.itemId}
                words={`${named(earlier)} → ${named(later)}`}
                note={
                  earlier.achieved === null
                    ? ''
                    : t('achievedBefore', { value: groupDigits(earlier.achieved), unit: earlier.unit })
                }
                taken={state === 'confirmed'}
                checked={chosen.has(later.itemId)}
                onToggle={() => toggle(later.itemId)}
              />
            ))}
          </ul>
        </Section>
      )}
      {openTasks.length > 0 && <OpenTasks tasks={openTasks} chosen={chosen} onToggle={toggle} />}
    </Page>
  )
}

interface OpenTasksProps {
  readonly tasks: Offered['openTasks']
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (itemId: string) => void
}

function OpenTasks({ tasks, chosen, onToggle }: OpenTasksProps) {
  const t = useText(messages)
  return (
    <Section title={t('openTasks')}>
      <ul className="account__corrections">
        {tasks.map(({ itemId, title, unitName }) => (
          <Choice
            key={itemId}
            words={title}
            note={unitName}
            taken={false}
            checked={chosen.has(itemId)}
            onToggle={() => onToggle(itemId)}
          />
        ))}
      </ul>
    </Section>
  )
}

interface ChoiceProps {
  readonly words: string
  readonly note: string
  readonly taken: boolean
  readonly checked: boolean
  readonly onToggle: () => void
}

function Choice({ words, note, taken, checked, onToggle }: ChoiceProps) {
  const t = useText(messages)
  return (
    <li>
      <label>
        <input type="checkbox" checked={checked || taken} disabled={taken} onChange={onToggle} /> {words}
      </label>
      <small>
        {note} {taken && t('taken')}
      </small>
    </li>
  )
}
