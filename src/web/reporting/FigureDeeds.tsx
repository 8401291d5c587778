import { useState } from 'react'
import type { ItemView } from '#adapters/http/contract/insight'
import type { Me } from '#adapters/http/contract/organisation'
import { holds, useMe, useText } from '#web/kit'
import { Button } from '#web/ui'
import { CorrectSealed } from './CorrectSealed.tsx'
import { figureMessages as messages } from './figure-messages.ts'
import './reporting.css'
import { unverifiedOf, VerifyDialog } from './VerifyDialog.tsx'

/** What can be done with the figures of an item: verified by another body, corrected after the seal by whoever reports or runs it. */
export function FigureDeeds({ view }: { readonly view: ItemView }) {
  const t = useText(messages)
  const { data: me } = useMe()
  const [deed, setDeed] = useState<'verify' | 'correct'>()
  if (!me) return null
  const close = () => setDeed(undefined)
  return (
    <span className="figure-deeds no-print">
      {mayVerify(me, view) && <Button onClick={() => setDeed('verify')}>{t('verify')}</Button>}
      {mayCorrect(me, view) && <Button onClick={() => setDeed('correct')}>{t('correctSealed')}</Button>}
      {deed === 'verify' && <VerifyDialog view={view} onClose={close} />}
      {deed === 'correct' && <CorrectSealed itemId={view.item.itemId} title={view.item.title} onClose={close} />}
    </span>
  )
}

const isOfUnit = (me: Me, view: ItemView): boolean =>
  me.roles.some((grant) => grant.unitId !== undefined && grant.unitId === view.people.reportingUnit?.unitId)

function mayVerify(me: Me, view: ItemView): boolean {
  return holds(me, 'inspector', 'coordinator') && !isOfUnit(me, view) && unverifiedOf(view).length > 0
}

/** A released series has nothing of a sheet to correct: its next release does that. */
function mayCorrect(me: Me, view: ItemView): boolean {
  if (view.lastSeal === null || (view.item.promise?.origin ?? 'own') !== 'own') return false
  const ofForce = me.roles.some(
    ({ role, taskForceNo }) => role === 'taskForceStaff' && taskForceNo === view.line.campaignNo,
  )
  const ofUnit = me.roles.some(
    ({ role, unitId }) => role === 'reporter' && unitId === view.people.reportingUnit?.unitId && unitId !== undefined,
  )
  return holds(me, 'coordinator') || ofForce || ofUnit
}
