import { useState } from 'react'
import { refusalWords } from '#adapters/http/contract/words'
import { type Channel, channelContract } from '#adapters/http/contract/supervision'
import { useAction, useEndpoint, useLanguage, useText, When } from '#web/kit'
import { Button, type Column, DataTable, Dialog, Empty, ErrorNote, Loaded, Page, TextField } from '#web/ui'
import '../supervision.css'
import './notices.css'
import { AddChannelDialog } from './AddChannelDialog.tsx'
import { channelMessages as messages } from './messages.ts'

type Opened = { readonly kind: 'add' } | { readonly kind: 'trial' | 'end'; readonly channel: Channel }

/** Where messages leave: the administrator adds, tries and ends channels, and sees in words what does not work. */
export function ChannelsPage() {
  const t = useText(messages)
  const channels = useEndpoint(channelContract.channels)
  const [opened, setOpened] = useState<Opened | null>(null)
  const retry = useAction(channelContract.retryChannel)
  const columns = useColumns(setOpened, (channelId) => retry.mutate({ params: { channelId } }))
  const close = () => setOpened(null)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<Button onClick={() => setOpened({ kind: 'add' })}>{t('add')}</Button>}
    >
      <ErrorNote error={retry.error} />
      <Loaded query={channels}>
        {(data) =>
          data.channels.length === 0 ? (
            <Empty text={t('none')} />
          ) : (
            <DataTable caption={t('title')} columns={columns} rows={data.channels} rowKey={(row) => row.channelId} />
          )
        }
      </Loaded>
      {opened?.kind === 'add' && <AddChannelDialog onClose={close} />}
      {opened?.kind === 'trial' && <TrialDialog channel={opened.channel} onClose={close} />}
      {opened?.kind === 'end' && <EndDialog channel={opened.channel} onClose={close} />}
    </Page>
  )
}

function useColumns(open: (opened: Opened) => void, retry: (channelId: string) => void): readonly Column<Channel>[] {
  const t = useText(messages)
  return [
    { id: 'name', title: t('name'), lead: true, cell: (channel) => channel.name },
    { id: 'kind', title: t('kind'), cell: (channel) => t(channel.kind) },
    { id: 'shown', title: t('shown'), cell: (channel) => channel.shown },
    { id: 'from', title: t('from'), cell: (channel) => t(channel.fromLevel) },
    { id: 'standing', title: t('standing'), cell: (channel) => <Standing channel={channel} /> },
    {
      id: 'deeds',
      title: '',
      cell: (channel) => (
        <span className="links">
          <Button look="quiet" onClick={() => open({ kind: 'trial', channel })}>
            {t('trial')}
          </Button>
          {channel.failed > 0 && (
            <Button look="quiet" onClick={() => retry(channel.channelId)}>
              {t('retry')}
            </Button>
          )}
          <Button look="quiet" onClick={() => open({ kind: 'end', channel })}>
            {t('end')}
          </Button>
        </span>
      ),
    },
  ]
}

function Standing({ channel }: { readonly channel: Channel }) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { sent, waiting, failed, lastSentAt, trouble } = channel
  return (
    <>
      {t('counts', { sent, waiting, failed })}
      {lastSentAt && (
        <small className="list__sub">
          <When at={lastSentAt} />
        </small>
      )}
      {trouble && (
        <small className="list__sub late">
          {refusalWords({ code: trouble.code, ...(trouble.detail ? { detail: trouble.detail } : {}) }, language)}
        </small>
      )}
    </>
  )
}

interface ChannelDialogProps {
  readonly channel: Channel
  readonly onClose: () => void
}

function TrialDialog({ channel, onClose }: ChannelDialogProps) {
  const t = useText(messages)
  const [recipient, setRecipient] = useState('')
  const trial = useAction(channelContract.tryChannel)
  const { channelId, kind, name } = channel
  return (
    <Dialog
      title={`${t('trial')} · ${name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={trial.isPending}
            onClick={() => trial.mutate({ params: { channelId }, body: { recipient } })}
          >
            {t('trial')}
          </Button>
        </>
      }
    >
      {kind === 'mail' && (
        <TextField
          label={t('trialTo')}
          type="email"
          value={recipient}
          onChange={(event) => setRecipient(event.target.value)}
        />
      )}
      {trial.isSuccess && <p className="note note--done">{t('trialDone')}</p>}
      <ErrorNote error={trial.error} />
    </Dialog>
  )
}

function EndDialog({ channel, onClose }: ChannelDialogProps) {
  const t = useText(messages)
  const end = useAction(channelContract.endChannel)
  const { channelId, name } = channel
  return (
    <Dialog
      title={t('end')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" onClick={() => end.mutate({ params: { channelId } }, { onSuccess: onClose })}>
            {t('end')}
          </Button>
        </>
      }
    >
      <p>{t('endText', { name })}</p>
      <ErrorNote error={end.error} />
    </Dialog>
  )
}
