import { useState } from 'react'
import { type OrderDeed, type OrderView, supervisionContract as contract } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { DeedDialog, type DeedForm, type Said } from './DeedDialog.tsx'
import { supervisionMessages as messages } from './messages.ts'

/** Deeds that ask for words; the others are one press. */
const forms: Readonly<Partial<Record<OrderDeed, DeedForm>>> = {
  reply: { title: 'reply', words: 'theReply', wordsNeeded: true },
  returnReply: { title: 'returnReply', words: 'reason', wordsNeeded: true },
  withdraw: { title: 'withdraw', words: 'reason', wordsNeeded: true },
}

const names = { close: 'closeOrder' } as const satisfies Partial<Record<OrderDeed, keyof typeof messages>>
const nameOf = (deed: OrderDeed): keyof typeof messages => (deed === 'close' ? names.close : deed)

const forward: readonly OrderDeed[] = ['acknowledge', 'reply', 'close']

/** What the reader can do to an order now: right and state are the server's answer. */
export function OrderDeeds({ view }: { readonly view: OrderView }) {
  const t = useText(messages)
  const [opened, setOpened] = useState<OrderDeed>()
  const acts = useActs(view, () => setOpened(undefined))
  const form = opened && forms[opened]
  if (view.deeds.length === 0) return null
  return (
    <>
      <div className="matter__deeds">
        {view.deeds.map((deed) => (
          <Button
            key={deed}
            look={forward.includes(deed) ? 'primary' : 'plain'}
            disabled={acts.busy}
            onClick={() => (forms[deed] ? setOpened(deed) : acts.submit(deed))}
          >
            {t(nameOf(deed))}
          </Button>
        ))}
      </div>
      {!opened && <ErrorNote error={acts.error} />}
      {opened && form && (
        <DeedDialog
          key={opened}
          form={form}
          error={acts.error}
          busy={acts.busy}
          onSubmit={(said) => acts.submit(opened, said)}
          onClose={() => {
            acts.reset()
            setOpened(undefined)
          }}
        />
      )}
    </>
  )
}

/** All actions of an order behind one submit. */
function useActs({ order }: OrderView, onDone: () => void) {
  const acts = {
    acknowledge: useAction(contract.acknowledge),
    reply: useAction(contract.reply),
    returnReply: useAction(contract.returnReply),
    close: useAction(contract.closeOrder),
    withdraw: useAction(contract.withdraw),
  }
  const { orderId, revision } = order
  const params = { orderId }
  const done = { onSuccess: onDone }
  const submits: Readonly<Record<OrderDeed, (words: string) => void>> = {
    acknowledge: () => acts.acknowledge.mutate({ params, body: { revision } }, done),
    reply: (text) => acts.reply.mutate({ params, body: { revision, text } }, done),
    returnReply: (reason) => acts.returnReply.mutate({ params, body: { revision, reason } }, done),
    close: () => acts.close.mutate({ params, body: { revision } }, done),
    withdraw: (reason) => acts.withdraw.mutate({ params, body: { revision, reason } }, done),
  }
  const all = Object.values(acts)
  return {
    submit: (deed: OrderDeed, said?: Said) => submits[deed](said?.words ?? ''),
    error: all.find((act) => act.error !== null)?.error ?? null,
    busy: all.some((act) => act.isPending),
    reset: () => all.forEach((act) => act.reset()),
  }
}
