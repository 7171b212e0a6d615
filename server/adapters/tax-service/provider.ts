/**
 * A tax service over HTTP: `POST <url>/quotes` with the question, answered with the taxes of each line.
 *
 * Bounded in time and size, and no redirect is followed. Whatever is not a good answer is TaxUnavailable: nothing is
 * lost by it, as the store then computes by its own rates.
 */
import { TaxUnavailable, readAnswer, type TaxProvider } from '../../modules/tax/index.ts'

const LARGEST_ANSWER = 256 * 1024 // bytes; 200 lines with three taxes each have about 60 KB

export function taxService({ url, secretKey }: { url: string; secretKey: string }): TaxProvider {
  return {
    name: 'tax-service',
    async quote(question, signal) {
      let given: unknown
      try {
        const response = await fetch(`${url}/quotes`, {
          method: 'POST',
          redirect: 'manual',
          signal,
          headers: {
            authorization: `Bearer ${secretKey}`,
            'content-type': 'application/json',
            accept: 'application/json',
          },
          body: JSON.stringify(question),
        })
        if (response.status !== 200) {
          await response.body?.cancel()
          throw new Error(`The tax service answered ${response.status}.`)
        }
        given = JSON.parse(await readBounded(response)) as unknown
      } catch (error) {
        throw TaxUnavailable((error as Error).message, error)
      }
      return readAnswer(question, given)
    },
  }
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
