/** Requests in and answers out: bounded bodies, JSON, problem documents, the headers every answer carries. */
import type { Refusal } from './refusal.ts'
import { refusal } from './refusal.ts'

export type Answer = { status: number; body: unknown }

/** Reads at most `most` bytes, whatever Content-Length claims. */
export async function readText(request: Request, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw refusal(413, 'body_too_large', `The body may have at most ${most} bytes.`)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw refusal(400, 'invalid_request', 'The body is not UTF-8.')
  }
}

export function mustBe(request: Request, type: string): void {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (given !== type) throw refusal(415, 'unsupported_media_type', `Send the body as ${type}.`)
}

const LARGEST_JSON = 16_384 // bytes; the longest fields together

export async function readJson(request: Request): Promise<unknown> {
  mustBe(request, 'application/json')
  const text = await readText(request, LARGEST_JSON)
  try {
    return JSON.parse(text)
  } catch {
    throw refusal(400, 'invalid_request', 'The body is not JSON.')
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return reply(status, 'application/json', typeof body === 'string' ? body : JSON.stringify(body), headers)
}

export function problem({ status, code, message, errors }: Refusal): Response {
  const title = code.replaceAll('_', ' ')
  const body = { type: `urn:sandbox:problem:${code}`, title, status, code, detail: message, errors }
  return reply(status, 'application/problem+json', JSON.stringify(body))
}

export function reply(
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': `${type}${type.startsWith('application/') ? '' : '; charset=utf-8'}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...headers,
    },
  })
}

export function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  })
}
