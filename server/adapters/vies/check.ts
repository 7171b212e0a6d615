/**
 * VIES of the European Commission, its REST service: `POST <url>/check-vat-number`.
 *
 * Bounded in time and size, and no redirect is followed. Only `valid` in an answer that names the same number is
 * believed; a member state that is away (`MS_UNAVAILABLE` and the like) is TaxUnavailable, never "not valid".
 */
import { TaxUnavailable, readIdAnswer, type TaxIdCheck } from '../../modules/tax/index.ts'

const LARGEST_ANSWER = 64 * 1024 // bytes; real ones have less than one KB

export type Send = (url: string, init: RequestInit) => Promise<Response>

/** `send`: over the network unless said otherwise. */
export function vies({ url, send = fetch }: { url: string; send?: Send }): TaxIdCheck {
  return {
    name: 'vies',
    async check({ taxId, requester }, signal) {
      let given: Record<string, unknown>
      try {
        const response = await send(`${url}/check-vat-number`, {
          method: 'POST',
          redirect: 'manual',
          signal,
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ ...numberOf(taxId), ...(requester && requesterOf(requester)) }),
        })
        given = Object(JSON.parse(await readBounded(response))) as Record<string, unknown>
        const error = errorIn(given)
        if (error === 'INVALID_INPUT') return readIdAnswer({ valid: false })
        if (error !== null || response.status !== 200)
          throw new Error(`VIES answered ${response.status} ${error ?? ''}.`)
      } catch (error) {
        throw TaxUnavailable((error as Error).message, error)
      }
      const { countryCode, vatNumber } = numberOf(taxId)
      if (given['countryCode'] !== countryCode || given['vatNumber'] !== vatNumber)
        throw TaxUnavailable('VIES answered about another number.')
      return readIdAnswer({
        valid: given['valid'],
        consultationNumber: given['requestIdentifier'],
        traderName: given['name'],
        traderAddress: given['address'],
      })
    },
  }
}

const numberOf = (taxId: string) => ({ countryCode: taxId.slice(0, 2), vatNumber: taxId.slice(2) })

function requesterOf(taxId: string) {
  const { countryCode, vatNumber } = numberOf(taxId)
  return { requesterMemberStateCode: countryCode, requesterNumber: vatNumber }
}

/** Also beside status 200. */
function errorIn({ actionSucceed, errorWrappers }: Record<string, unknown>): string | null {
  if (actionSucceed !== false) return null
  const [first] = Array.isArray(errorWrappers) ? (errorWrappers as unknown[]) : []
  const { error } = Object(first) as { error?: unknown }
  return typeof error === 'string' ? error.slice(0, 80) : 'UNKNOWN'
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
