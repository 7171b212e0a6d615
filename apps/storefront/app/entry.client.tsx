/** The browser takes over the page that the server sent, once it has the words of its language. */
import { loadWords, type Language } from '@quayside/words'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'

await loadWords(document.documentElement.dataset['words'] as Language)
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  )
})
