import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useText } from '#web/kit'

const words = {
  unsaved: {
    zh: '已填内容尚未提交，再按一次 Esc 放弃。',
    en: 'What you typed has not been sent. Press Esc once more to drop it.',
  },
} as const

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** The ref of a dialog that stands over the page as long as it is there. Closed while it still stands, it gives the focus back. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    if (element && !element.open) {
      element.showModal()
      // The browser goes to the first thing that can be pressed, which may be the last thing on a long dialog.
      element.scrollTop = 0
    }
    return () => element?.close()
  }, [])
  return dialog
}

/**
 * A modal of the browser itself: Escape closes it, focus stays inside, the page behind is inert. Enter in a line of text presses the
 * dialog's first deed. What was typed is not lost by one key: Escape asks once more, and so does the browser before the page goes.
 */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const t = useText(words)
  const dialog = useModal()
  const [typed, setTyped] = useState<'nothing' | 'something' | 'warned'>('nothing')
  useKeptPage(typed !== 'nothing')
  const onCancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    // A file field tells by the same event that nobody chose a file.
    if (event.target !== event.currentTarget || typed !== 'something') return
    event.preventDefault()
    setTyped('warned')
  }
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={title}
      // A dialog that the page took away is closed behind it: that is no word of the reader.
      onClose={(event) => event.currentTarget.isConnected && onClose()}
      onCancel={onCancel}
      onInput={() => setTyped('something')}
      onKeyDown={pressFirstDeed}
    >
      <h2>{title}</h2>
      {children}
      {typed === 'warned' && (
        <p className="note" role="status">
          {t('unsaved')}
        </p>
      )}
      {actions && <div className="dialog__actions">{actions}</div>}
    </dialog>
  )
}

/** Lets the browser ask before it leaves a page on which something was typed. */
function useKeptPage(isKept: boolean): void {
  useEffect(() => {
    if (!isKept) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isKept])
}

/** Fields in which Enter has a meaning of its own. */
const OWN_ENTER: readonly string[] = ['checkbox', 'radio', 'file', 'search']

function pressFirstDeed({ key, target, currentTarget, nativeEvent }: KeyboardEvent<HTMLDialogElement>): void {
  // Enter that takes over what an input method offers is no Enter of the dialog.
  if (key !== 'Enter' || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return
  if (target.form || OWN_ENTER.includes(target.type)) return
  currentTarget.querySelector<HTMLButtonElement>(':scope > .dialog__actions > .button--primary')?.click()
}
