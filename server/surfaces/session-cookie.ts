/**
 * The session in a browser: one HttpOnly cookie with an opaque token, known to the server by its hash only.
 *
 * Over https its name begins with `__Host-`, so that no other host and no plain
 * connection can set it.
 */
import type { FastifyReply } from 'fastify'

/** How long a browser keeps it: the longest that browsers allow. Whether the session still lives is for `identity` to say. */
export const KEEP_SECONDS = 400 * 24 * 3600

export interface SessionCookie {
  name: string
  read: (header: string | undefined) => string | undefined
  /** A `Set-Cookie` line. */
  line: (token: string) => string
  clearing: string
}

export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-qs_session' : 'qs_session'
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    name,
    read: (header) => (header === undefined ? undefined : cookieValue(header, name)),
    line: (token) => `${name}=${token}; Max-Age=${KEEP_SECONDS}; ${rest}`,
    clearing: `${name}=; Max-Age=0; ${rest}`,
  }
}

/** The first of that name, as browsers send the most specific path first. */
export function cookieValue(header: string, name: string): string | undefined {
  let from = 0
  while (from < header.length) {
    while (header.charCodeAt(from) === 0x20) from++
    const semicolon = header.indexOf(';', from)
    const end = semicolon === -1 ? header.length : semicolon
    if (header.startsWith(name, from) && header.charCodeAt(from + name.length) === 0x3d) {
      const value = header.slice(from + name.length + 1, end).trim()
      return value === '' ? undefined : value
    }
    from = end + 1
  }
  return undefined
}

const TOKEN = /^[\w.~+/=-]{1,1024}$/

/** After an operation that begins or ends a session. */
export function carrySession(
  reply: FastifyReply,
  cookie: SessionCookie,
  session: 'starts' | 'ends',
  output: unknown,
): void {
  if (session === 'ends') {
    reply.header('set-cookie', cookie.clearing)
    return
  }
  const { token } = (output ?? {}) as { token?: unknown }
  if (typeof token === 'string' && TOKEN.test(token)) reply.header('set-cookie', cookie.line(token))
}
