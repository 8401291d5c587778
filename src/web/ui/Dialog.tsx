import { type ReactNode, type RefObject, useEffect, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** The ref of a dialog that stands over the page as long as it is there. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
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

/** A modal of the browser itself: Escape closes it, focus stays inside, the page behind is inert. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const dialog = useModal()
  return (
    <dialog ref={dialog} className="dialog" aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      {children}
      {actions && <div className="dialog__actions">{actions}</div>}
    </dialog>
  )
}
