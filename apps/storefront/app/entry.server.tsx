/**
 * Renders a page on the server. The answer carries no body: React writes straight into the connection through
 * `context.render`, which costs a fifth less than going through web streams.
 */
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import {
  createRequestHandler,
  redirect,
  RouterContextProvider,
  ServerRouter,
  type EntryContext,
  type HandleErrorFunction,
  type RequestHandler,
  type ServerBuild,
} from 'react-router'
import { languages, loadWords } from '@quayside/words'
import { pageContext, type PageContext } from './context.ts'
import { orRefusal } from './own-form.ts'
import { everyPart } from './parts/later.tsx'
import { ownPath } from './paths.ts'
import { byDigest, byNonce, securityPolicy } from './security-policy.ts'

/** Milliseconds after which a page that still waits for data is sent with what it has. */
export const streamTimeout = 5_000

await Promise.all(languages.map(loadWords))

/**
 * The server opens the pages once per build, and asks them per request. For each language they stand behind
 * their own beginning, which the router puts before every address and takes off again: pages know none of it.
 */
export function openPages(build: ServerBuild, mode: string) {
  const opened = new Map<string, RequestHandler>()
  const behind = (base: string) => {
    const handle = opened.get(base) ?? createRequestHandler({ ...build, basename: base || '/' }, mode)
    opened.set(base, handle)
    return handle
  }
  const whole = everyPart()
  return async (request: Request, page: PageContext): Promise<Response> => {
    await whole
    if (page.base && page.locale === page.firstLocale) return withoutBase(request, page.base)
    const handle = behind(page.base)
    const context = new RouterContextProvider()
    context.set(pageContext, page)
    return handle(await orRefusal(request, page), context)
  }
}

/** The first language has one address a page. */
function withoutBase(request: Request, base: string): Response {
  const { pathname, search } = new URL(request.url)
  return redirect(ownPath(pathname.slice(base.length) + search), 301)
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) (context as RouterContextProvider).get(pageContext).report(error)
}

export default function render(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const page = context.get(pageContext)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // Without the policy there is no nonce either: the browser would miss it on Vite's styles when taking over.
  const nonce = page.strict ? page.nonce : undefined
  if (page.strict)
    headers.set('Content-Security-Policy', securityPolicy(byNonce(page.nonce), page.formOrigins))
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }))

  const isShared = page.strict && page.sharing?.isShared === true
  const wantsWhole = isShared || isbot(request.headers.get('user-agent') ?? '')
  return new Promise((resolve, reject) => {
    let started = false
    const timer = setTimeout(() => abort(), streamTimeout + 1_000).unref()
    const answer = () => {
      started = true
      if (isShared) {
        resolve(toShare(page, pipe, { status, headers }))
        return
      }
      page.render = { pipe, abort }
      resolve(new Response(null, { status, headers }))
    }
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={router} url={request.url} {...(nonce && { nonce })} />,
      {
        ...(nonce && { nonce }),
        progressiveChunkSize: Infinity, // what is there is sent in its place, however long it is: nobody needs script to see it
        onShellReady: () => !wantsWhole && answer(),
        onAllReady() {
          clearTimeout(timer)
          if (wantsWhole) answer()
        },
        onShellError: reject,
        onError(error) {
          if (started && !request.signal.aborted) page.report(error)
        },
      },
    )
    request.signal.addEventListener('abort', () => abort(), { once: true })
  })
}

/** Shown to many, so the policy names its scripts by what they say: a nonce that everybody knows would be none. */
async function toShare(
  page: PageContext,
  pipe: (to: NodeJS.WritableStream) => void,
  { status, headers }: { status: number; headers: Headers },
): Promise<Response> {
  const drawn = new PassThrough()
  pipe(drawn)
  const { html, scripts } = byDigest(await text(drawn), page.nonce)
  headers.set('Content-Security-Policy', securityPolicy(scripts, page.formOrigins))
  return new Response(html, { status, headers })
}
