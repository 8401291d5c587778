import { Link } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'
import type { Admission } from '#adapters/http/contract/registers'
import { planContract } from '#adapters/http/contract/plan'
import { useAction, useEndpoint, useText, When } from '#web/kit'
import { Button, ErrorNote, ReasonDialog, Section } from '#web/ui'
import { LinkDialog } from './LinkDialog.tsx'
import { standingMessages as messages } from './messages.ts'
import { PlaceDialog } from './PlaceDialog.tsx'

interface ItemProps {
  readonly itemId: string
  readonly title: string
}

interface BelongingProps extends ItemProps {
  /** Shows what was asked of the lists in which the item stands. */
  readonly Admissions: ComponentType<{ readonly admissions: readonly Admission[] }>
}

/** Where an item belongs besides its own plan: standing plans that it carries out, and the lists in which it stands. */
export function ItemBelonging({ Admissions, ...item }: BelongingProps) {
  return (
    <>
      <Parents {...item} />
      <Lists {...item} Admissions={Admissions} />
    </>
  )
}

function Parents({ itemId, title }: ItemProps) {
  const t = useText(messages)
  const { data } = useEndpoint(planContract.itemParents, { params: { itemId } })
  const unlink = useAction(planContract.unlinkParent)
  const [isLinking, setLinking] = useState(false)
  if (!data || (data.links.length === 0 && !data.mayKeep)) return null
  const { links, mayKeep } = data
  return (
    <Section title={t('parents')} aside={mayKeep && <Button onClick={() => setLinking(true)}>{t('link')}</Button>}>
      {links.length === 0 && <p>{t('noParents')}</p>}
      <ul className="lines">
        {links.map(({ linkId, clause, plan }) => (
          <li key={linkId}>
            <span>{[plan.title, clause].filter(Boolean).join('　')}</span>
            <small>
              {[plan.docNumber, plan.body].filter(Boolean).join('　')} <When at={plan.issuedOn} />
            </small>
            {mayKeep && (
              <Button
                look="quiet"
                className="no-print"
                disabled={unlink.isPending}
                onClick={() => unlink.mutate({ params: { linkId } })}
              >
                {t('unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={unlink.error} />
      <p className="no-print">
        <Link to="/standing-plans">{t('toRegister')}</Link>
      </p>
      {isLinking && <LinkDialog itemId={itemId} title={title} onClose={() => setLinking(false)} />}
    </Section>
  )
}

type Placed = 'task' | 'project' | 'policy'
const kinds = ['indicator', 'task', 'project', 'policy'] as const

function Lists({ itemId, title, Admissions }: BelongingProps) {
  const t = useText(messages)
  const { data } = useEndpoint(planContract.itemLists, { params: { itemId } })
  const takeOff = useAction(planContract.takeOffList)
  const [isPlacing, setPlacing] = useState(false)
  const [leaving, setLeaving] = useState<Placed | null>(null)
  if (!data || (data.placements.length + data.admissions.length === 0 && !data.mayPlace)) return null
  const { own, placements, admissions, mayPlace } = data
  const ownKind = kinds.find((kind) => kind === own) ?? 'task'
  return (
    <Section title={t('lists')} aside={mayPlace && <Button onClick={() => setPlacing(true)}>{t('place')}</Button>}>
      <ul className="lines">
        <li>{t(`list_${ownKind}`)}</li>
        {placements.map(({ kind, reason, placedByName }) => (
          <li key={kind}>
            <span>{t('alsoIn', { list: t(`list_${kind}`) })}</span>
            <small>{[reason, placedByName].filter(Boolean).join('　')}</small>
            {mayPlace && (
              <Button look="quiet" className="no-print" onClick={() => setLeaving(kind)}>
                {t('takeOff')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Admissions admissions={admissions} />
      {leaving && (
        <ReasonDialog
          title={t('takeOffTitle', { title, list: t(`list_${leaving}`) })}
          text={t('needsApproval')}
          confirm={t('takeOff')}
          action={takeOff}
          input={(reason) => ({ params: { itemId }, body: { kind: leaving, reason } })}
          onClose={() => setLeaving(null)}
        />
      )}
      {isPlacing && (
        <PlaceDialog
          itemId={itemId}
          title={title}
          taken={[own, ...placements.map(({ kind }) => kind)]}
          onClose={() => setPlacing(false)}
        />
      )}
    </Section>
  )
}
