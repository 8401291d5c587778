import { type FormEvent, useState } from 'react'
import { type RespondentLink, reportingContract } from '#adapters/http/contract/reporting'
import { addDays } from '#core/kit'
import { holds, useAction, useEndpoint, useMe, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, Section, TextField } from '#web/ui'
import { useWords } from '../words.ts'
import { filledSheetMessages as messages } from './messages.ts'
import { SheetFiles } from './SheetFiles.tsx'

interface PeriodKey {
  readonly cadenceId: string
  readonly periodId: string
}

/** Units of a period that nobody can sign in for: by link or by sheet. Nothing at all where there are none. */
export function OutsideBodies(period: PeriodKey) {
  const me = useMe()
  return me.data && holds(me.data, 'coordinator') ? <Bodies {...period} /> : null
}

function Bodies({ cadenceId, periodId }: PeriodKey) {
  const t = useText(messages)
  const { data } = useEndpoint(reportingContract.respondents, { params: { cadenceId, periodId } })
  if (!data || data.units.length === 0) return null
  return (
    <Section title={t('outside')} aside={<span className="chip">{data.units.length}</span>}>
      <p className="sheet__burden">{t('outsideText')}</p>
      <ul className="matters">
        {data.units.map((unit) => (
          <Body
            key={unit.unitId}
            unit={unit}
            links={data.links.filter((link) => link.unitId === unit.unitId)}
            period={{ cadenceId, periodId }}
          />
        ))}
      </ul>
    </Section>
  )
}

interface BodyProps {
  readonly unit: {
    readonly unitId: string
    readonly unitName: string
    readonly lines: number
    readonly answered: number
  }
  readonly links: readonly RespondentLink[]
  readonly period: PeriodKey
}

function Body({ unit, links, period }: BodyProps) {
  const t = useText(messages)
  const [isInviting, setInviting] = useState(false)
  const [respondent, setRespondent] = useState(links[0]?.respondent ?? '')
  const { unitId, unitName, lines, answered } = unit
  return (
    <li className="matters__one">
      <p>
        <b>{unitName}</b> {t('answered', { answered, lines })}
      </p>
      {links.map((link) => (
        <LinkLine key={link.linkId} link={link} />
      ))}
      {answered < lines && (
        <span className="matters__deeds no-print">
          <Button onClick={() => setInviting(true)}>{t('invite')}</Button>
          <TextField
            label={t('respondent')}
            value={respondent}
            maxLength={60}
            onChange={(event) => setRespondent(event.target.value)}
          />
          <SheetFiles {...period} unitId={unitId} respondent={respondent} />
        </span>
      )}
      {isInviting && (
        <InviteDialog period={period} unitId={unitId} unitName={unitName} onClose={() => setInviting(false)} />
      )}
    </li>
  )
}

function LinkLine({ link }: { readonly link: RespondentLink }) {
  const t = useText(messages)
  const words = useWords()
  const revoke = useAction(reportingContract.revokeRespondentLink)
  const { linkId, respondent: who, expiresAt, openedAt, revokedAt } = link
  return (
    <p className="ask__facts">
      <span>{t('linkState', { who, moment: words.moment(expiresAt) })}</span>
      <span>{revokedAt ? t('revoked') : openedAt ? t('opened') : t('notOpened')}</span>
      {!revokedAt && (
        <Button look="quiet" disabled={revoke.isPending} onClick={() => revoke.mutate({ params: { linkId } })}>
          {t('revoke')}
        </Button>
      )}
      <ErrorNote error={revoke.error} />
    </p>
  )
}

interface InviteDialogProps {
  readonly period: PeriodKey
  readonly unitId: string
  readonly unitName: string
  readonly onClose: () => void
}

function InviteDialog({ period, unitId, unitName, onClose }: InviteDialogProps) {
  const t = useText(messages)
  const me = useMe()
  const { today } = useWords()
  const [respondent, setRespondent] = useState('')
  const [expiresOn, setExpiresOn] = useState(() => addDays(today, 5))
  const invite = useAction(reportingContract.inviteRespondent)
  const send = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ params: period, body: { unitId, respondent, expiresOn } })
  }
  const regionId = me.data?.region.regionId ?? ''
  const address = invite.data && `${window.location.origin}/answer/${regionId}#${invite.data.token}`
  return (
    <Dialog key={address ? 'made' : 'asked'} title={t('inviteTitle', { unit: unitName })} onClose={onClose}>
      {address ? (
        <div className="section">
          <p>{t('linkOnce')}</p>
          <TextField label={t('invite')} value={address} readOnly onFocus={(event) => event.target.select()} />
          <div className="dialog__actions">
            <Button look="primary" onClick={onClose}>
              {t('close')}
            </Button>
          </div>
        </div>
      ) : (
        <form className="section" onSubmit={send}>
          <TextField
            label={t('respondent')}
            value={respondent}
            required
            maxLength={60}
            onChange={(event) => setRespondent(event.target.value)}
          />
          <TextField
            label={t('expiresOn')}
            type="date"
            min={today}
            value={expiresOn}
            required
            onChange={(event) => setExpiresOn(event.target.value)}
          />
          <ErrorNote error={invite.error} />
          <div className="dialog__actions">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" type="submit" disabled={invite.isPending}>
              {t('invite')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
