/**
 * Proof that a write comes from a page of ours: a random token in a cookie, said again in the form or in a header.
 *
 * Another site can make a browser send the cookie, but can neither read nor set it. It belongs to the browser and not
 * to the session, so that a tab opened before the log-in still works after it. Scripts of our pages may read it.
 */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { newToken } from '#kit/id.ts'
import { FormTokenMissing } from './problems.ts'
import { isBearer, isBrowser } from './security.ts'
import { KEEP_SECONDS, cookieValue, sessionCookie } from './session-cookie.ts'

const TOKEN = /^[\w-]{43}$/

export interface FormCookie {
  /** The token that the browser sent, if it looks like one of ours. */
  read: (header: string | undefined) => string | undefined
  /** A new token with its `Set-Cookie` line. */
  fresh: () => { token: string; line: string }
}

export function formCookie(publicUrl: string): FormCookie {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-qs_form' : 'qs_form'
  return {
    read: (header) => {
      const value = header === undefined ? undefined : cookieValue(header, name)
      return value !== undefined && TOKEN.test(value) ? value : undefined
    },
    fresh: () => {
      const token = newToken()
      const line = `${name}=${token}; Max-Age=${KEEP_SECONDS}; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`
      return { token, line }
    },
  }
}

/**
 * Refuses a write that a browser sends with its session and without the token. A bearer token needs none; nor does who
 * says nothing of where the request comes from: that is no browser, and the cookies are the caller's own.
 */
export function tokenCheck(publicUrl: string): (request: FastifyRequest) => void {
  const [session, form] = [sessionCookie(publicUrl), formCookie(publicUrl)]
  return (request) => {
    const { headers } = request.raw
    const { authorization, cookie, 'x-csrf-token': said } = headers
    if (isBearer(authorization) || !isBrowser(headers) || session.read(cookie) === undefined) return
    const kept = form.read(cookie)
    if (typeof said === 'string' && kept !== undefined && said.length === kept.length) {
      if (timingSafeEqual(Buffer.from(said), Buffer.from(kept))) return
    }
    throw FormTokenMissing({})
  }
}
