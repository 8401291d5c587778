import { type FormEvent, useState } from 'react'
import { registerContract, type UnitPost, type UnitView } from '#adapters/http/contract/organisation'
import { useAction, useEndpoint, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, Dialog, ErrorNote, Section, SelectField, TextField } from '#web/ui'
import { daysText } from './days-text.ts'
import { registerMessages as messages } from './register-messages.ts'

/** The posts of a unit with who holds them and who did. */
export function UnitPosts({ view }: { readonly view: UnitView }) {
  const t = useText(messages)
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<UnitPost | null>(null)
  const end = useAction(registerContract.endPost)
  const living = view.posts.filter(({ endedOn }) => endedOn === null)
  const columns = usePostColumns(view.mayKeepPosts, setChanging, (postId) => end.mutate({ params: { postId } }))
  return (
    <Section
      title={t('posts')}
      aside={view.mayKeepPosts && <Button onClick={() => setAdding(true)}>{t('addPost')}</Button>}
    >
      <p className="quiet">{t('postsHint')}</p>
      <ErrorNote error={end.error} />
      {living.length === 0 ? (
        <p className="quiet">{t('noPosts')}</p>
      ) : (
        <DataTable caption={t('posts')} columns={columns} rows={living} rowKey={(post) => post.postId} />
      )}
      {adding && <AddPostDialog unitId={view.unit.unitId} onClose={() => setAdding(false)} />}
      {changing && <HolderDialog post={changing} onClose={() => setChanging(null)} />}
    </Section>
  )
}

function usePostColumns(
  mayKeep: boolean,
  change: (post: UnitPost) => void,
  end: (postId: string) => void,
): readonly Column<UnitPost>[] {
  const t = useText(messages)
  const today = useMe().data?.region.today ?? ''
  const isHeld = ({ from, until }: UnitPost['holders'][number]) => from <= today && (until === null || until > today)
  return [
    { id: 'post', title: t('post'), cell: (post) => post.title },
    {
      ...{ id: 'holder', title: t('holder') },
      cell: ({ holders }) => {
        const present = holders.find(isHeld)
        return present ? `${present.displayName} ${daysText(present, t)}` : <span className="quiet">{t('vacant')}</span>
      },
    },
    {
      ...{ id: 'before', title: t('formerHolders') },
      cell: ({ holders }) =>
        holders
          .filter((holder) => !isHeld(holder))
          .map((holder) => (
            <div key={`${holder.accountId} ${holder.from}`} className="quiet">
              {holder.displayName} {daysText(holder, t)}
            </div>
          )),
    },
    {
      ...{ id: 'deeds', title: '' },
      cell: (post) =>
        mayKeep && (
          <>
            <Button look="quiet" onClick={() => change(post)}>
              {t('change')}
            </Button>
            <Button look="quiet" onClick={() => end(post.postId)}>
              {t('endPost')}
            </Button>
          </>
        ),
    },
  ]
}

function AddPostDialog({ unitId, onClose }: { readonly unitId: string; readonly onClose: () => void }) {
  const t = useText(messages)
  const [title, setTitle] = useState('')
  const add = useAction(registerContract.addPost)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ params: { unitId }, body: { title } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('addPost')} onClose={onClose}>
      <form onSubmit={submit} className="org-form">
        <TextField label={t('postTitle')} value={title} required onChange={(event) => setTitle(event.target.value)} />
        <ErrorNote error={add.error} />
        <FormActions busy={add.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

function HolderDialog({ post, onClose }: { readonly post: UnitPost; readonly onClose: () => void }) {
  const t = useText(messages)
  const today = useMe().data?.region.today ?? ''
  const { data } = useEndpoint(registerContract.colleagues)
  const [accountId, setAccountId] = useState('')
  const [from, setFrom] = useState(today)
  const save = useAction(registerContract.setHolder)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { accountId: accountId === '' ? null : accountId, from }
    save.mutate({ params: { postId: post.postId }, body }, { onSuccess: onClose })
  }
  const options = (data?.colleagues ?? []).map((one) => ({
    value: one.accountId,
    label: [one.displayName, ...one.unitNames].join(' · '),
  }))
  return (
    <Dialog title={`${t('change')} ${post.title}`} onClose={onClose}>
      <form onSubmit={submit} className="org-form">
        <SelectField
          label={t('holder')}
          value={accountId}
          options={[{ value: '', label: t('vacant') }, ...options]}
          onChange={(event) => setAccountId(event.target.value)}
        />
        <TextField
          label={t('from')}
          type="date"
          value={from}
          required
          onChange={(event) => setFrom(event.target.value)}
        />
        <ErrorNote error={save.error} />
        <FormActions busy={save.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

function FormActions({ busy, onClose }: { readonly busy: boolean; readonly onClose: () => void }) {
  const t = useText(messages)
  return (
    <div className="dialog__actions">
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" type="submit" disabled={busy}>
        {t('save')}
      </Button>
    </div>
  )
}
