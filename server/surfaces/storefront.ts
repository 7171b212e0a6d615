/**
 * Hands the store's operations to the pages: who asks is found once per page, and every call of the page is theirs.
 *
 * In development the pages come from Vite, built anew on each edit.
 */
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import type { Closed } from '#kit/context.ts'
import { contextFor, secondsLeft, type Call } from '#kit/invoke.ts'
import { isStaff, policy, type Actor } from '#kit/policy.ts'
import { scopes } from '#kit/scope.ts'
import { callsOf } from './call.ts'
import { formCookie } from './form-token.ts'
import { inProcess } from './in-process.ts'
import { pageLocale } from './page-locale.ts'
import { freshNonce, mountPages, storefrontBuild, type PageContext } from './pages.ts'
import { sessionCookie } from './session-cookie.ts'
import { saysItIsFromHere, sharingOf } from './shared-pages.ts'

export interface StorefrontOptions {
  development: boolean
  /** Origins of the payment pages: forms may lead there. */
  formOrigins: string[]
}

export async function mountStorefront(
  http: FastifyInstance,
  app: App,
  options: StorefrontOptions,
): Promise<void> {
  const callOf = callsOf(app)
  const cookie = sessionCookie(app.config.publicUrl)
  const form = formCookie(app.config.publicUrl)
  await mountPages(http, {
    ...(options.development ? await development(http) : { build: storefrontBuild }),
    locale: (request) => pageLocale(app, callOf(request).hint ?? {}, request.url),
    context: async (request, language, gone): Promise<PageContext> => {
      const cookies: string[] = []
      const known = form.read(request.raw.headers.cookie)
      const { token: formToken, line } = known ? { token: known, line: null } : form.fresh()
      if (line) cookies.push(line)
      const asked = callOf(request)
      const cookieNamed = chosen(request.raw.headers.cookie)
      const hint = {
        ...asked.hint,
        locale: language.locale,
        market: cookieNamed('market') ?? asked.hint?.market,
        bypass: cookieNamed('bypass') ?? asked.hint?.bypass,
      }
      const sharing = sharingOf(app, request, cookies)
      const call = await withActor(app, {
        ...asked,
        hint,
        signal: gone,
        ...(sharing && { madeOf: sharing.madeOf }),
      })
      const store = inProcess(app, call, {
        onSession: (session, output) => {
          const { token } = (output ?? {}) as { token?: string }
          cookies.push(session === 'ends' || !token ? cookie.clearing : cookie.line(token))
        },
      })
      const scope = await app.port(scopes).resolve(hint, app)
      const me = call.actor?.kind === 'person' ? await store.identity.me() : null
      return {
        store,
        session: {
          kind: call.actor?.kind === 'guest' || call.actor?.kind === 'person' ? call.actor.kind : 'anonymous',
          name: me?.person?.name ?? null,
        },
        nonce: freshNonce(),
        ...language,
        timeZone: scope.timeZone,
        closed: closedTo(call.actor, scope.closed, app.clock()),
        origin: app.config.publicUrl,
        traceId: call.traceId ?? '',
        formOrigins: options.formOrigins,
        cookies,
        formToken,
        sharing,
        saysItIsFromHere: saysItIsFromHere(app, request),
        // What is broken off because its visitor left is no fault.
        report: (error) => {
          if (!gone.aborted)
            app.log.error({ err: error, trace: call.traceId }, 'a page could not be rendered')
        },
      }
    },
  })
}

/** What the visitor has chosen or was given, kept by the pages in cookies. */
const chosen =
  (cookies = '') =>
  (name: 'market' | 'bypass') =>
    new RegExp(`(?:^|;\\s*)${name}=([\\w.-]{1,80})(?:;|$)`).exec(cookies)?.[1]

function closedTo(actor: Actor | undefined, closed: Closed | null | undefined, now: Date) {
  if (!closed || closed.isLetIn || (actor && isStaff(actor))) return null
  return { text: closed.text, retryAfterSeconds: secondsLeft(closed, now) }
}

/** Vite is loaded here only: a store that serves built pages never reads it. */
async function development(http: FastifyInstance) {
  const { openDevelopment } = await import('./pages-development.ts')
  return openDevelopment(http)
}

/** A page makes several calls; its session is looked up once for all of them. */
async function withActor(app: App, call: Call): Promise<Call> {
  if (!call.credentials?.cookieToken) return call
  const actor = await app.port(policy).identify(call.credentials, await contextFor(app, call))
  return { ...call, actor }
}
