/**
 * The address in a letter's headers by which mail programs end the letters with one click (RFC 8058): a POST ends them,
 * and nothing else does, as programs also follow links by themselves. Who opens it as a page is led to one with a button.
 */
import type { RawRequest, RawRoute } from '#kit/raw-route.ts'
import { Token, Type } from '#kit/types.ts'
import { compileCheck } from '#kit/validate.ts'
import { end } from './end.ts'

export const ONE_CLICK = '/newsletter/end'
const MOST_BYTES = 1_024

const check = compileCheck(Type.Object({ token: Token }))
const tokenOf = ({ query }: RawRequest): { token: string } =>
  check({ token: query['token'] }) as { token: string }

export const oneClick: RawRoute[] = [
  {
    method: 'POST',
    path: ONE_CLICK,
    maxBytes: MOST_BYTES,
    async handle(request, { app, call }) {
      await app.invoke(end, tokenOf(request), call)
      return { status: 204 }
    },
  },
  {
    method: 'GET',
    path: ONE_CLICK,
    maxBytes: 0,
    handle: async (request) => ({
      status: 302,
      headers: { location: `/newsletter?end=${tokenOf(request).token}` },
    }),
  },
]
