/** The frame of every page: language, theme, header, footer; and what is shown when a page cannot be. */
import interLatin from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url'
import { LinkProvider, LocaleProvider } from '@quayside/ui'
import { wordsFor } from '@quayside/words'
import { wordFiles } from 'virtual:word-files'
import type { ReactNode } from 'react'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import './app.css'
import { pageContext } from './context.ts'
import { ErrorPage } from './parts/error-page.tsx'
import { LanguageNotice } from './parts/language-notice.tsx'
import { ProgressLine } from './parts/progress-line.tsx'
import { RouterLink } from './parts/router-link.tsx'
import { ShopFooter } from './parts/shop-footer.tsx'
import { ShopHeader } from './parts/shop-header.tsx'
import { useFrame } from './parts/use-frame.ts'
import { formRefused } from './own-form.ts'
import { languageOffer } from './language-offer.ts'
import { readFrame } from './frame.ts'
import { themeOf } from './theme.ts'
import type { Route } from './+types/root.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const frame = await readFrame(page)
  return {
    ...frame,
    wordFile: wordFiles[frame.language],
    offer: languageOffer(page, request),
    theme: themeOf(request),
  }
}

/** For forms sent by script; a document's is led to the page that says so. */
const ownForms: Route.MiddlewareFunction = ({ request, context }) => {
  if (request.method === 'POST' && context.get(pageContext).refused) throw formRefused()
}

/** As the router reads it, whether a page is asked for or only what is new on it. */
const address: Route.MiddlewareFunction = ({ url, context }) => {
  context.get(pageContext).at = url
}

export const middleware: Route.MiddlewareFunction[] = [ownForms, address]

/** The frame changes when something was done or the page looks again, not when one looks around. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs) {
  return currentUrl.href === nextUrl.href || (formMethod !== undefined && formMethod !== 'GET')
}

export const links: Route.LinksFunction = () => [
  { rel: 'preload', href: interLatin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** When to try again, of a page that could not be shown. */
export function headers({ errorHeaders }: Route.HeadersArgs): Record<string, string> {
  const retryAfter = errorHeaders?.get('retry-after')
  return retryAfter ? { 'Retry-After': retryAfter } : {}
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame()
  const { locale: tag, language, direction, wordFile, offer, theme } = frame
  const words = wordsFor(language)
  return (
    <html
      lang={tag}
      dir={direction}
      data-words={language}
      data-theme={theme === 'system' ? undefined : theme}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <Meta />
        <Links />
        {wordFile && <link rel="modulepreload" href={wordFile} />}
      </head>
      <body className="flex flex-col">
        <LinkProvider link={RouterLink}>
          <LocaleProvider locale={{ tag, timeZone: frame.timeZone }}>
            <a
              href="#main"
              className="sr-only z-50 rounded-control bg-ink px-4 py-3 font-semibold text-paper focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
            >
              {words.shell.skip}
            </a>
            <ProgressLine />
            {offer && <LanguageNotice of={offer} />}
            <ShopHeader frame={frame} />
            <main id="main" tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
            <ShopFooter frame={frame} theme={theme} />
          </LocaleProvider>
        </LinkProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} traceId={useFrame().traceId} />
}
