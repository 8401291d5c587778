import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AccountLine, type FinalAccount, planContract } from '#adapters/http/contract/plan'
import { addressOf, isOpened, useAction, useEndpoint, useText, withOpened } from '#web/kit'
import {
  Button,
  type Column,
  DataTable,
  Empty,
  ErrorNote,
  groupDigits,
  LightMark,
  Loaded,
  Page,
  Section,
  TextField,
} from '#web/ui'
import './across-years.css'
import { AccountCorrections } from './AccountCorrections.tsx'
import { yearsMessages as messages } from './messages.ts'

const route = getRouteApi('/frame/plans/$planId/account')

/** A plan's final account: promised, adjusted, achieved, with reasons; closed campaign by campaign. */
export function FinalAccountPage() {
  const params = route.useParams()
  const t = useText(messages)
  const account = useEndpoint(planContract.finalAccount, { params })
  return (
    <Loaded query={account} title={t('account')}>
      {(data) => <Account account={data} />}
    </Loaded>
  )
}

/** So many lines of a campaign stand there before all of them are asked for. */
const FIRST_LINES = 10

function Account({ account }: { readonly account: FinalAccount }) {
  const t = useText(messages)
  const { planId, planTitle, year, parts } = account
  const lines = parts.flatMap((part) => part.lines)
  const counts = {
    ...{ year, count: lines.length, met: lines.filter(({ met }) => met === true).length },
    missed: lines.filter(({ met }) => met === false).length,
    unknown: lines.filter(({ met }) => met === null).length,
    closed: parts.filter(({ closed }) => closed !== null).length,
  }
  return (
    <Page
      title={`${t('account')}　${planTitle}`}
      lead={t(account.may.yearIsOver ? 'accountLead' : 'accountSoFar', counts)}
      actions={
        <>
          <a
            className="button button--plain"
            href={addressOf(planContract.accountDocx, { params: { planId } })}
            download
          >
            {t('docx')}
          </a>
          <a
            className="button button--plain"
            href={addressOf(planContract.accountXlsx, { params: { planId } })}
            download
          >
            {t('xlsx')}
          </a>
        </>
      }
    >
      <p className="account__ways no-print">
        <Link to="/plans/$planId" params={{ planId }}>
          {t('back')}
        </Link>

        <Link to="/years">{t('years')}</Link>
        <small>{t('closeHint')}</small>
      </p>
      {!account.may.yearIsOver && <p className="note">{t('yearGoesOn', { year })}</p>}
      <Narrowing />
      {parts.map((part) => (
        <Part key={part.campaignNo} account={account} part={part} />
      ))}
      <AccountCorrections account={account} />
    </Page>
  )
}

/** What the page is narrowed to, and which campaigns show all their lines: both stand in the address. */
function useNarrowing() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = (change: typeof search) =>
    void navigate({ search: (known) => ({ ...known, ...change }), replace: true })
  return [search, narrow] as const
}

function Narrowing() {
  const t = useText(messages)
  const [search, narrow] = useNarrowing()
  return (
    <div className="toolbar no-print">
      <TextField
        label={t('search')}
        type="search"
        value={search.q ?? ''}
        onChange={(event) => narrow({ q: event.target.value || undefined })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={search.missed === true}
          onChange={(event) => narrow({ missed: event.target.checked || undefined })}
        />
        {t('onlyOpen')}
      </label>
    </div>
  )
}

interface PartProps {
  readonly account: FinalAccount
  readonly part: FinalAccount['parts'][number]
}

function Part({ account, part }: PartProps) {
  const t = useText(messages)
  const close = useAction(planContract.closeFinalAccount)
  const [search, narrow] = useNarrowing()
  const { campaignNo, campaignName, lines, closed } = part
  const columns = useColumns(account, closed === null)
  const words = (search.q ?? '').trim()
  const shown = lines.filter(
    ({ met, title, unitName }) => (search.missed !== true || met !== true) && `${title} ${unitName}`.includes(words),
  )
  const mayClose = account.may.keep && account.may.yearIsOver && closed === null && lines.length > 0
  const said = closed && {
    ...{ day: closed.closedAt, name: closed.closedByName, seq: closed.sealSeq },
  }
  return (
    <Section
      title={campaignName || t('others')}
      aside={
        <span className="account__aside">
          {said && <small>{t('closedAt', said)}</small>}
          {mayClose && (
            <Button
              disabled={close.isPending}
              onClick={() => close.mutate({ params: { planId: account.planId }, body: { campaignNo } })}
            >
              {t('close')}
            </Button>
          )}
        </span>
      }
    >
      <ErrorNote error={close.error} />
      {shown.length === 0 ? (
        <Empty text={t(words === '' ? 'nothingMissed' : 'noneFound')} />
      ) : (
        <DataTable
          caption={campaignName || t('others')}
          columns={columns}
          rows={shown}
          rowKey={({ itemId }) => itemId}
          atFirst={words === '' ? FIRST_LINES : Infinity}
          whole={[isOpened(search.all, campaignNo), () => narrow({ all: withOpened(search.all, campaignNo, true) })]}
        />
      )}
    </Section>
  )
}

function useColumns(account: FinalAccount, isOpen: boolean): readonly Column<AccountLine>[] {
  const t = useText(messages)
  // Before the year is over nothing is missed for good.
  const missed = account.may.yearIsOver ? 'missed' : 'notYet'
  const outcome = (met: boolean | null) => t(met === null ? 'unknown' : met ? 'met' : missed)
  return [
    { id: 'light', title: '', cell: ({ light }) => <LightMark light={light} bare /> },
    {
      id: 'item',
      title: t('item'),
      lead: true,
      cell: ({ itemId, title }) => (
        <Link to="/items/$itemId" params={{ itemId }}>
          {title}
        </Link>
      ),
    },
    { id: 'unit', title: t('unit'), cell: ({ unitName }) => unitName },
    { id: 'promised', title: t('promised'), cell: ({ promised }) => promised },
    {
      id: 'adjusted',
      title: t('adjusted'),
      cell: ({ adjusted, adjustedBecause }) => adjusted && <span title={adjustedBecause}>{adjusted}</span>,
    },
    {
      id: 'achieved',
      title: t('achieved'),
      figure: true,
      cell: ({ itemId, achieved, unit }) => (
        <>
          {achieved !== null && `${groupDigits(achieved)}${unit}`}
          <CorrectedTo {...{ account, itemId, unit }} />
        </>
      ),
    },
    { id: 'outcome', title: t('outcome'), cell: ({ met }) => <span className="nowrap">{outcome(met)}</span> },
    {
      id: 'reason',
      title: t('reason'),
      cell: (line) =>
        account.may.keep && isOpen && (line.met !== true || line.reason !== '') ? (
          <ReasonField key={line.reasonRevision} planId={account.planId} line={line} />
        ) : (
          line.reason
        ),
    },
  ]
}

interface CorrectedToProps {
  readonly account: FinalAccount
  readonly itemId: string
  readonly unit: string
}

/** What a line of a closed account reads once a correction is approved; the figure as closed stays beside it. */
function CorrectedTo({ account, itemId, unit }: CorrectedToProps) {
  const t = useText(messages)
  const last = account.corrections.findLast((one) => one.itemId === itemId && one.approvedAt !== null)
  return last ? (
    <small className="account__corrected">{t('correctedTo', { value: groupDigits(last.newValue), unit })}</small>
  ) : null
}

/** Why a line ended as it did; kept when the field is left. */
function ReasonField({ planId, line }: { readonly planId: string; readonly line: AccountLine }) {
  const t = useText(messages)
  const [reason, setReason] = useState(line.reason)
  const explain = useAction(planContract.explainLine)
  const keep = () => {
    if (reason.trim() === line.reason) return
    explain.mutate({ params: { planId }, body: { itemId: line.itemId, reason, revision: line.reasonRevision } })
  }
  return (
    <>
      <input
        className="input"
        aria-label={t('reasonOf', { title: line.title })}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
        onBlur={keep}
      />
      <ErrorNote error={explain.error} />
    </>
  )
}
