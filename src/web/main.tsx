import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#web/shell'

/** When the page last reloaded itself because a part of it was no longer on the server, in milliseconds. */
const RELOADED = 'guatu.reloadedAt'
const SOON = 60_000

// After an update of the server the parts that an open page has not loaded yet are gone: it takes the new page once, and
// shows the error if that does not help.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0)
  if (Date.now() - last < SOON) return
  event.preventDefault()
  sessionStorage.setItem(RELOADED, String(Date.now()))
  window.location.reload()
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
