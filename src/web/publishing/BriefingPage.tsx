import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { spokenDate } from '#core/kit'
import { publishingContract as contract, type Briefing, type BriefingTexts } from '#adapters/http/contract/publishing'
import { addressOf, periodName, useAction, useEndpoint, useLanguage, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, Loaded, Page } from '#web/ui'
import { numbersOf, PaperBlocks, PaperNotes } from './BriefingPaper.tsx'
import { MastheadFields } from './MastheadFields.tsx'
import { publishingMessages as messages } from './messages.ts'
import { PaperText } from './PaperText.tsx'
import './publishing.css'

/** One briefing on paper: computed parts as printed, people's texts to be edited in place. */
export function BriefingPage() {
  const { documentId } = useParams({ from: '/frame/documents/$documentId' })
  const briefing = useEndpoint(contract.briefing, { params: { documentId } })
  return <Loaded query={briefing}>{(data) => <Paper key={data.document.documentId} briefing={data} />}</Loaded>
}

function Paper({ briefing }: { readonly briefing: Briefing }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { document, may } = briefing
  const [edited, setEdited] = useState<BriefingTexts | null>(null)
  const save = useAction(contract.editBriefing)
  const texts = edited ?? briefing.texts
  const change = (part: Partial<BriefingTexts>) => setEdited({ ...texts, ...part })
  const params = { documentId: document.documentId }
  const store = () =>
    save.mutate({ params, body: { revision: document.revision, texts } }, { onSuccess: () => setEdited(null) })
  const lead = t('briefingLead', {
    ...{ state: t(document.state), seq: document.sealSeq, period: periodName(document.periodId, language) },
  })
  return (
    <Page title={briefing.title} lead={lead} actions={<Actions briefing={briefing} dirty={edited !== null} />}>
      <p className="no-print">
        <Link to="/documents">{t('back')}</Link>
      </p>
      <PaperSheet briefing={briefing} texts={texts} onChange={may.write ? change : null} />
      {may.write && (
        <div className="briefing__bar no-print">
          <span role="status">{edited === null ? (save.isSuccess ? t('saved') : '') : t('unsaved')}</span>
          <ErrorNote error={save.error} />
          <Button look="primary" disabled={edited === null || save.isPending} onClick={store}>
            {t('save')}
          </Button>
        </div>
      )}
      {may.write && <MastheadFields texts={texts} onChange={change} />}
    </Page>
  )
}

interface SheetProps {
  readonly briefing: Briefing
  readonly texts: BriefingTexts
  /** Null where nothing may be written. */
  readonly onChange: ((part: Partial<BriefingTexts>) => void) | null
}

function PaperSheet({ briefing, texts, onChange }: SheetProps) {
  const t = useText(messages)
  const { head, parts, title, sealHead } = briefing
  const numbers = numbersOf(parts)
  return (
    <article className="paper" lang="zh-CN">
      <header className="paper__head">
        <p className="paper__marking">{texts.marking}</p>
        <p className="paper__name">{texts.name}</p>
        <p className="paper__issue">{head.issue}</p>
        <p className="paper__line">
          <span>{texts.editor}</span>
          <span>{spokenDate(head.date, { language: 'zh', timeZone: 'UTC', year: null })}</span>
        </p>
      </header>
      <h2 className="paper__title">{title}</h2>
      {parts.map(({ part, blocks }, index) =>
        part !== 'computed' && onChange !== null ? (
          <PaperText
            key={part}
            part={part}
            heading={blocks[0]}
            value={texts[part]}
            onChange={onChange}
            numbers={numbers}
          />
        ) : (
          <PaperBlocks key={index} blocks={blocks} {...numbers} />
        ),
      )}
      <PaperNotes notes={numbers.notes} title={t('notes')} />
      <footer className="paper__end">
        <Distribution texts={texts} />
        <p>{t('chainHead', { period: sealHead.period, day: sealHead.sealedOn })}</p>
        <code>{(sealHead.hash.match(/.{1,8}/g) ?? []).join(' ')}</code>
      </footer>
    </article>
  )
}

function Distribution({ texts }: { readonly texts: BriefingTexts }) {
  const lines = [
    ['报', texts.report],
    ['送', texts.send],
    ['发', texts.issue],
  ] as const
  return lines.map(([word, units]) => units.length > 0 && <p key={word}>{`${word}：${units.join('，')}。`}</p>)
}

function Actions({ briefing, dirty }: { readonly briefing: Briefing; readonly dirty: boolean }) {
  const t = useText(messages)
  const { document, may } = briefing
  const [asking, setAsking] = useState(false)
  const check = useAction(contract.checkBriefing)
  const issue = useAction(contract.issueBriefing)
  const refresh = useAction(contract.refreshBriefing)
  const input = { params: { documentId: document.documentId }, body: { revision: document.revision } }
  const busy = dirty || check.isPending || issue.isPending || refresh.isPending
  return (
    <>
      {may.write && (
        <Button look="quiet" disabled={busy} onClick={() => refresh.mutate(input)}>
          {t('refresh')}
        </Button>
      )}
      <Button look="quiet" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <a className="button button--plain" href={addressOf(contract.briefingFile, { params: input.params })} download>
        {t('download')}
      </a>
      {may.check && (
        <Button look="primary" disabled={busy} onClick={() => check.mutate(input)}>
          {t('check')}
        </Button>
      )}
      {may.issue && (
        <Button look="primary" disabled={busy} onClick={() => setAsking(true)}>
          {t('issue')}
        </Button>
      )}
      <ErrorNote error={check.error ?? refresh.error} />
      {asking && (
        <Dialog
          title={t('issueTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
              <Button
                look="primary"
                disabled={busy}
                onClick={() => issue.mutate(input, { onSuccess: () => setAsking(false) })}
              >
                {t('issue')}
              </Button>
            </>
          }
        >
          <p>{t('issueText')}</p>
          <ErrorNote error={issue.error} />
        </Dialog>
      )}
    </>
  )
}
