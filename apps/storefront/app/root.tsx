/** The frame of every page: language, theme, header, footer; and what is shown when a page cannot be. */
import interLatin from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url'
import { LinkProvider, LocaleProvider } from '@quayside/ui'
import { wordsFor } from '@quayside/words'
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router'
import './app.css'
import { pageContext } from './context.ts'
import { ErrorPage } from './parts/error-page.tsx'
import { ProgressLine } from './parts/progress-line.tsx'
import { RouterLink } from './parts/router-link.tsx'
import { ShopFooter } from './parts/shop-footer.tsx'
import { ShopHeader } from './parts/shop-header.tsx'
import { readFrame } from './frame.ts'
import { themeOf } from './theme.ts'
import type { Route } from './+types/root.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  return { ...(await readFrame(page)), theme: themeOf(request) }
}

/** The frame changes when something was done, not when one looks around. */
export function shouldRevalidate({
  formMethod,
  actionResult,
  defaultShouldRevalidate,
}: Route.ShouldRevalidateArgs) {
  return formMethod && formMethod !== 'GET' ? true : actionResult ? defaultShouldRevalidate : false
}

export const links: Route.LinksFunction = () => [
  { rel: 'preload', href: interLatin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root')
  const tag = frame?.locale ?? 'en'
  const words = wordsFor(tag)
  const shop = frame?.shop ?? 'Quayside'
  const categories = frame?.categories ?? []
  const signedIn = frame?.signedIn ?? false
  const theme = frame?.theme ?? 'system'
  return (
    <html lang={tag} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <Meta />
        <Links />
      </head>
      <body className="flex flex-col">
        <LinkProvider link={RouterLink}>
          <LocaleProvider locale={{ tag, timeZone: frame?.timeZone ?? 'UTC' }}>
            <a
              href="#main"
              className="sr-only z-50 rounded-control bg-ink px-4 py-3 font-semibold text-paper focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
            >
              {words.shell.skip}
            </a>
            <ProgressLine />
            <ShopHeader
              shop={shop}
              categories={categories}
              cartCount={frame?.cartCount ?? 0}
              signedIn={signedIn}
            />
            <main id="main" tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
            <ShopFooter shop={shop} categories={categories} signedIn={signedIn} theme={theme} />
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
  const frame = useRouteLoaderData<typeof loader>('root')
  return <ErrorPage error={error} traceId={frame?.traceId} />
}
