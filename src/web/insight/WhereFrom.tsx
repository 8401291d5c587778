import type { ReactNode } from 'react'
import type { HistoryEntry, ItemView, Signature } from '#adapters/http/contract/insight'
import { reportingContract } from '#adapters/http/contract/reporting'
import { addressOf, useLanguage, useText, When } from '#web/kit'
import { Button, Dialog } from '#web/ui'
import { periodName, shown } from './figures.ts'
import { itemMessages as messages } from './item-messages.ts'

interface WhereFromProps {
  readonly entry: HistoryEntry
  readonly view: ItemView
  readonly onClose: () => void
}

/** Where a figure comes from, step by step back to the sentence: seal, acceptance, signature, report with its files, plan. */
export function WhereFrom({ entry, view, onClose }: WhereFromProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const unit = view.line.target?.unit ?? ''
  const figure = entry.figure === null ? '' : `　${shown(entry.figure)}${unit}`
  return (
    <Dialog
      title={`${periodName(entry.figurePeriodId, language)}${figure}`}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <ol className="trail">
        {entry.corrections.map((correction) => (
          <Correction key={correction.made.at} correction={correction} />
        ))}
        {entry.seal && (
          <Step name={t('stepSeal')}>
            {t('sealLine', { seq: entry.seal.seq, hash: entry.seal.hash.slice(0, 16) })}
            <small>
              <When at={entry.seal.sealedAt} />
            </small>
          </Step>
        )}
        {entry.release && (
          <Step name={t('stepRelease')}>
            {entry.release.body}，{entry.release.document}
            <small>
              <When at={entry.release.releasedOn} />
            </small>
          </Step>
        )}
        <ReportSteps entry={entry} />
        <Step name={t('stepPromise')}>
          {view.sentence?.sentence ?? view.item.quote}
          <small>{view.item.path}</small>
        </Step>
      </ol>
    </Dialog>
  )
}

function ReportSteps({ entry }: { readonly entry: HistoryEntry }) {
  const t = useText(messages)
  const { report } = entry
  if (!report) return null
  const channel = report.channel === 'link' ? t('byLink') : report.channel === 'sheet' ? t('bySheet') : ''
  return (
    <>
      {report.decided && (
        <Step name={t(report.state === 'returned' ? 'stepReturn' : 'stepAccept')}>
          <By signature={report.decided} />
        </Step>
      )}
      {report.signed && (
        <Step name={t('stepSign')}>
          <By signature={report.signed} />
        </Step>
      )}
      {report.submitted && (
        <Step name={t('stepReport')}>
          <By signature={report.submitted} unitName={report.unitName} />
          {channel && <span className="chip">{channel}</span>}
          {report.paragraph && <p>{report.paragraph}</p>}
          <Evidence files={report.evidence} />
        </Step>
      )}
    </>
  )
}

function Evidence({ files }: { readonly files: NonNullable<HistoryEntry['report']>['evidence'] }) {
  const t = useText(messages)
  if (files.length === 0) return <small>{t('noEvidence')}</small>
  return (
    <ul className="lines">
      {files.map((file) => (
        <li key={file.attachmentId}>
          <a href={addressOf(reportingContract.file, { params: { attachmentId: file.attachmentId } })} download>
            {file.fileName}
          </a>
          <small>{`${Math.ceil(file.sizeBytes / 1024)} KB　${file.sha256.slice(0, 12)}`}</small>
        </li>
      ))}
    </ul>
  )
}

function Correction({ correction }: { readonly correction: HistoryEntry['corrections'][number] }) {
  const t = useText(messages)
  const shownOr = (value: string | null) => (value === null ? t('nothing') : shown(value))
  const { oldFigure, newFigure, reason, made, approved } = correction
  return (
    <Step name={t('stepCorrection')}>
      {t('correctionLine', { old: shownOr(oldFigure), new: shownOr(newFigure), reason })}
      <small>
        <By signature={made} />
        {approved ? <By signature={approved} /> : t('notApproved')}
      </small>
    </Step>
  )
}

function Step({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className="trail__step">
      <span className="trail__name">{name}</span>
      <div>{children}</div>
    </li>
  )
}

function By({ signature, unitName }: { readonly signature: Signature; readonly unitName?: string }) {
  const t = useText(messages)
  const unit = signature.unitName ?? unitName ?? ''
  return (
    <span className="trail__by">
      {unit} {signature.name}
      {signature.forName !== null && t('standingIn', { name: signature.forName })} <When at={signature.at} />
    </span>
  )
}
