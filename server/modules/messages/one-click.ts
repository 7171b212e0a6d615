/**
 * The address in a mail's headers by which mail programs end such mails with one click (RFC 8058): a POST ends them,
 * and nothing else does, as programs also follow links by themselves. Who opens it as a page is led to one with a button.
 */
import type { Typed } from '#kit/operation.ts'
import type { RawRequest, RawRoute } from '#kit/raw-route.ts'
import { Token, Type } from '#kit/types.ts'
import { compileCheck } from '#kit/validate.ts'

const MOST_BYTES = 1_024

const check = compileCheck(Type.Object({ token: Token }))
const tokenOf = ({ query }: RawRequest) => check({ token: query['token'] }) as { token: string }

interface OneClick {
  path: string
  /** What ends the mails of a link. */
  end: Typed<{ token: string }, unknown>
  /** The page with the button. */
  pageOf: (token: string) => string
}

export function oneClickOf({ path, end, pageOf }: OneClick): RawRoute[] {
  return [
    {
      method: 'POST',
      path,
      maxBytes: MOST_BYTES,
      async handle(request, { app, call }) {
        await app.invoke(end, tokenOf(request), call)
        return { status: 204 }
      },
    },
    {
      method: 'GET',
      path,
      maxBytes: 0,
      handle: async (request) => ({ status: 302, headers: { location: pageOf(tokenOf(request).token) } }),
    },
  ]
}
