/** The frame of every page: language, theme, header, footer; and what is shown when a page cannot be. */
import textFace from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import titleFace from '@fontsource/instrument-serif/files/instrument-serif-latin-400-normal.woff2?url'
import { LinkProvider, LocaleProvider } from '@quayside/ui'
import { wordsFor } from '@quayside/words'
import type { ReactNode } from 'react'
import {
  data,
  Links,
  Outlet,
  ScrollRestoration,
  useLocation,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import './app.css'
import appleIcon from './icons/180.png?url'
import { pageContext } from './context.ts'
import { Installed } from './offline/installed.tsx'
import { putAway } from './announcements.ts'
import { FollowSession } from './parts/follow-session.tsx'
import { later } from './parts/later.tsx'
import { ProgressLine } from './parts/progress-line.tsx'
import { RouterLink } from './parts/router-link.tsx'
import { ShopHeader } from './parts/shop-header.tsx'
import { Start } from './parts/start.tsx'
import { Toasts } from './parts/toast.tsx'
import { useFrame } from './parts/use-frame.ts'
import { formRefused } from './own-form.ts'
import { languageOffer } from './language-offer.ts'
import { readFrame } from './frame.ts'
import { pathBehind, paths } from './paths.ts'
import { themeOf } from './theme.ts'
import type { Route } from './+types/root.ts'

const AnnouncementBar = later(() =>
  import('./parts/announcement-bar.tsx').then((file) => file.AnnouncementBar),
)
const ClosedPage = later(() => import('./parts/closed-page.tsx').then((file) => file.ClosedPage))
const ErrorPage = later(() => import('./parts/error-page.tsx').then((file) => file.ErrorPage))
const LanguageNotice = later(() => import('./parts/language-notice.tsx').then((file) => file.LanguageNotice))
const ShopFooter = later(() => import('./parts/shop-footer.tsx').then((file) => file.ShopFooter))

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const frame = await readFrame(page)
  const drawn = {
    ...frame,
    offer: languageOffer(page, request),
    theme: themeOf(request),
    told: putAway(request),
  }
  if (!page.closed) return drawn
  const headers = { 'Retry-After': String(page.closed.retryAfterSeconds) }
  return data(drawn, { status: 503, headers }) as unknown as typeof drawn
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
  ...[textFace, titleFace].map((href) => ({
    rel: 'preload',
    href,
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
  })),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: appleIcon },
]

/** When to try again, of a page that could not be shown. */
export function headers({ errorHeaders, loaderHeaders }: Route.HeadersArgs): Record<string, string> {
  const retryAfter = errorHeaders?.get('retry-after') ?? loaderHeaders.get('retry-after')
  return retryAfter ? { 'Retry-After': retryAfter } : {}
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame()
  const { locale: tag, language, direction, offer, theme } = frame
  const words = wordsFor(language)
  const bar = frame.announcements.find(({ id }) => !frame.told.includes(id))
  const { pathname } = useLocation()
  const closed = pathname === paths.login() ? null : frame.closed
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
        <link rel="manifest" href={pathBehind(frame.base, paths.manifest())} />
        <Links />
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
            <FollowSession />
            {offer && <LanguageNotice of={offer} />}
            {bar && <AnnouncementBar of={bar} />}
            <ShopHeader frame={frame} />
            <main id="main" tabIndex={-1} className="flex-1 outline-none">
              {closed ? <ClosedPage text={closed.text} /> : children}
            </main>
            <ShopFooter frame={frame} theme={theme} />
            <Installed />
            <Toasts />
          </LocaleProvider>
        </LinkProvider>
        <ScrollRestoration />
        <Start />
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
