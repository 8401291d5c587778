import { useState } from 'react'
import { registerContract } from '#adapters/http/contract/organisation'
import type { OutputOf } from '#adapters/http/contract/kit'
import { useAction, useEndpoint, useText, useMarks } from '#web/kit'
import { Button, ErrorNote, Section, SelectField } from '#web/ui'
import './organisation.css'
import { registerMessages as messages } from './register-messages.ts'

const PARTS = ['leaderInCharge', 'responsiblePerson', 'contact'] as const
type Part = (typeof PARTS)[number]
type Posts = OutputOf<typeof registerContract.itemPosts>

/** The posts behind an item with who holds them today; whoever may names others. */
export function ItemPosts({ itemId }: { readonly itemId: string }) {
  const t = useText(messages)
  const { data } = useEndpoint(registerContract.itemPosts, { params: { itemId } })
  const [naming, setNaming] = useState<Part | null>(null)
  if (!data || (data.posts.length === 0 && !data.mayKeep)) return null
  return (
    <Section title={t('itemPosts')}>
      <dl className="numbers">
        {PARTS.map((part) => (
          <div key={part} className="numbers__row">
            <dt>{t(part)}</dt>
            <dd>
              <Holding posts={data.posts.filter((post) => post.part === part)} />{' '}
              {data.mayKeep && naming !== part && (
                <Button look="quiet" onClick={() => setNaming(part)}>
                  {t('setPost')}
                </Button>
              )}
              {naming === part && (
                <Naming itemId={itemId} part={part} choices={data.choices} onDone={() => setNaming(null)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Holding({ posts }: Pick<Posts, 'posts'>) {
  const t = useText(messages)
  const marks = useMarks()
  const present = posts.find(({ until }) => until === null)
  const past = posts.filter(({ until }) => until !== null)
  return (
    <>
      {present ? (
        <>
          {present.unitName}
          {`${present.title}${marks.open}${present.holder ?? t('vacant')}${marks.close}`}
        </>
      ) : (
        <span className="quiet">{t('noPost')}</span>
      )}
      {past.length > 0 && (
        <div className="quiet">
          {t('formerPosts', { posts: past.map(({ unitName, title }) => unitName + title).join('、') })}
        </div>
      )}
    </>
  )
}

interface NamingProps {
  readonly itemId: string
  readonly part: Part
  readonly choices: Posts['choices']
  readonly onDone: () => void
}

function Naming({ itemId, part, choices, onDone }: NamingProps) {
  const t = useText(messages)
  const save = useAction(registerContract.setItemPost)
  const name = (postId: string) =>
    save.mutate({ params: { itemId, part }, body: { postId: postId === '' ? null : postId } }, { onSuccess: onDone })
  return (
    <>
      <SelectField
        label={t('post')}
        hint={t('postChoicesHint')}
        value="unnamed"
        options={[
          { value: 'unnamed', label: t('choose') },
          { value: '', label: t('noPostChoice') },
          ...choices.map(({ postId, unitName, title }) => ({ value: postId, label: `${unitName} ${title}` })),
        ]}
        onChange={(event) => name(event.target.value)}
      />
      <Button look="quiet" onClick={onDone}>
        {t('cancel')}
      </Button>
      <ErrorNote error={save.error} />
    </>
  )
}
