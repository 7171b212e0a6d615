/** Who sells, as the law wants it on an invoice. */
import { Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { Address, AddressInput, addressOf } from '../../customers/index.ts'

const taxId = Text(40)
/** Whatever else must be told: the register, the managers, the bank. */
const note = Nullable(Text(400))

export const Seller = shape('Seller', { address: Address, taxId, note })
export type Seller = Static<typeof Seller>

export const SellerInput = shape('SellerInput', { address: AddressInput, taxId, note: Type.Optional(note) })

export function sellerOf({ address, taxId, note }: Static<typeof SellerInput>): Seller {
  return { address: addressOf(address, 'seller.address'), taxId, note: note ?? null }
}

/** Before the year and the number: `RE-2026-00042`. */
export const InvoicePrefix = Text(12, { min: 0 })
