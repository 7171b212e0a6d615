/**
 * What the store asks of whoever knows to whom tax ids were given, such as VIES of the European Commission.
 *
 * Only the id and the store's own are asked; the answer is evidence. Adapters fill the port; the contract suite proves them.
 */
import { port } from '#kit/port.ts'
import { TaxUnavailable } from './provider.ts'

export interface IdQuestion {
  /** With its prefix: DE136695976. */
  taxId: string
  /** The store's own; without one nobody gives a consultation number. */
  requester: string | null
}

export interface IdAnswer {
  valid: boolean
  /** By which the office can tell later that it was asked, and what it said. */
  consultationNumber: string | null
  traderName: string | null
  traderAddress: string | null
}

export interface TaxIdCheck {
  name: string
  /** Throws TaxUnavailable when there is no answer that can be used. */
  check(question: IdQuestion, signal: AbortSignal): Promise<IdAnswer>
}

export const taxIdCheck = port<TaxIdCheck>('tax.idCheck', { many: true })

/** What came from outside is believed only as far as it can be true; throws TaxUnavailable. */
export function readIdAnswer(given: unknown): IdAnswer {
  const { valid, consultationNumber, traderName, traderAddress } = Object(given) as Record<string, unknown>
  if (typeof valid !== 'boolean') throw TaxUnavailable('The answer does not say whether the id is valid.')
  return {
    valid,
    consultationNumber: textOf(consultationNumber, 80),
    traderName: textOf(traderName, 200),
    traderAddress: textOf(traderAddress, 400),
  }
}

/** Offices write `---` for what they do not tell. */
function textOf(given: unknown, most: number): string | null {
  if (typeof given !== 'string') return null
  const text = given.replace(/\s+/g, ' ').trim().slice(0, most)
  return text === '' || /^-+$/.test(text) ? null : text
}
