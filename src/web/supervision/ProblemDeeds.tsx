import { useState } from 'react'
import {
  type ProblemDeed,
  type ProblemView,
  supervisionContract as contract,
} from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button } from '#web/ui'
import { DeedDialog, type DeedForm, type Said } from './DeedDialog.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { supervisionMessages as messages } from './messages.ts'

const forms: Readonly<Record<ProblemDeed, DeedForm>> = {
  assign: { title: 'assign', words: 'note', wordsNeeded: false, day: 'due', unit: true },
  begin: { title: 'begin', words: 'note', wordsNeeded: false },
  claim: { title: 'claim', words: 'note', wordsNeeded: false },
  verify: { title: 'verify', words: 'note', wordsNeeded: false },
  refuse: { title: 'refuse', words: 'reason', wordsNeeded: true },
  close: { title: 'close', words: 'note', wordsNeeded: false },
  reopen: { title: 'reopen', words: 'reason', wordsNeeded: true },
  askExtension: { title: 'askExtension', words: 'reason', wordsNeeded: true, day: 'until' },
  decideExtension: { title: 'granted', words: 'note', wordsNeeded: false },
}

/** Deeds that move the problem on stand out from those that send it back. */
const forward: readonly ProblemDeed[] = ['assign', 'begin', 'claim', 'verify', 'close', 'decideExtension']

/** What the reader can do to a problem now: right and state are the server's answer. */
export function ProblemDeeds({ view }: { readonly view: ProblemView }) {
  const t = useText(messages)
  const [opened, setOpened] = useState<ProblemDeed>()
  const acts = useActs(view, () => setOpened(undefined))
  const { problem } = view
  if (view.deeds.length === 0) return null
  const close = () => {
    acts.reset()
    setOpened(undefined)
  }
  return (
    <>
      <div className="matter__deeds">
        {view.deeds.map((deed) => (
          <Button key={deed} look={forward.includes(deed) ? 'primary' : 'plain'} onClick={() => setOpened(deed)}>
            {t(deed)}
          </Button>
        ))}
      </div>
      {opened && (
        <DeedDialog
          key={opened}
          form={forms[opened]}
          start={{ unitId: problem.unitId ?? '', day: opened === 'assign' ? (problem.dueOn ?? '') : '' }}
          error={acts.error}
          busy={acts.busy}
          onSubmit={(said) => acts.submit(opened, said)}
          onClose={close}
        >
          {opened === 'claim' && <EvidenceField problemId={problem.problemId} files={view.files} />}
          {opened === 'decideExtension' && problem.extension && (
            <>
              <p>{t('extensionAsked', problem.extension)}</p>
              <Button disabled={acts.busy} onClick={() => acts.deny()}>
                {t('denied')}
              </Button>
            </>
          )}
        </DeedDialog>
      )}
    </>
  )
}

/** All actions of a problem behind one submit. */
function useActs({ problem }: ProblemView, onDone: () => void) {
  const acts = {
    assign: useAction(contract.assign),
    begin: useAction(contract.begin),
    claim: useAction(contract.claim),
    verify: useAction(contract.verify),
    refuse: useAction(contract.refuse),
    close: useAction(contract.close),
    reopen: useAction(contract.reopen),
    askExtension: useAction(contract.askExtension),
    decideExtension: useAction(contract.decideExtension),
  }
  const { problemId, revision } = problem
  const params = { problemId }
  const done = { onSuccess: onDone }
  const submits: Readonly<Record<ProblemDeed, (said: Said) => void>> = {
    assign: ({ unitId, day, words }) =>
      acts.assign.mutate({ params, body: { revision, unitId, dueOn: day, note: words } }, done),
    begin: ({ words }) => acts.begin.mutate({ params, body: { revision, note: words } }, done),
    claim: ({ words }) => acts.claim.mutate({ params, body: { revision, note: words } }, done),
    verify: ({ words }) => acts.verify.mutate({ params, body: { revision, note: words } }, done),
    refuse: ({ words }) => acts.refuse.mutate({ params, body: { revision, reason: words } }, done),
    close: ({ words }) => acts.close.mutate({ params, body: { revision, note: words } }, done),
    reopen: ({ words }) => acts.reopen.mutate({ params, body: { revision, reason: words } }, done),
    askExtension: ({ day, words }) =>
      acts.askExtension.mutate({ params, body: { revision, until: day, reason: words } }, done),
    decideExtension: ({ words }) =>
      acts.decideExtension.mutate({ params, body: { revision, granted: true, note: words } }, done),
  }
  const all = Object.values(acts)
  return {
    submit: (deed: ProblemDeed, said: Said) => submits[deed](said),
    deny: () => acts.decideExtension.mutate({ params, body: { revision, granted: false, note: '' } }, done),
    error: all.find((act) => act.error !== null)?.error ?? null,
    busy: all.some((act) => act.isPending),
    reset: () => all.forEach((act) => act.reset()),
  }
}
