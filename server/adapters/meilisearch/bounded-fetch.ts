/** What the vendor's client sends by: within a signal, without redirects, and never more of an answer than fits. */
import { MeilisearchApiError } from 'meilisearch'

/** A thousand hits with their scores are about 100 KB, a thousand stamps as much. */
const LARGEST_ANSWER = 4 * 1024 * 1024 // bytes

export const boundedFetch =
  (signal: AbortSignal) =>
  async (input: string | URL | Request, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(input, { ...init, signal, redirect: 'error' })
    const text = await readBounded(response)
    const answer: unknown = text === '' ? undefined : JSON.parse(text)
    if (!response.ok) throw new MeilisearchApiError(response, answer as never)
    return answer
  }

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_ANSWER) throw new Error(`The answer has more than ${LARGEST_ANSWER} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
