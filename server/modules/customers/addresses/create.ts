/** Keeps an address. The first one becomes the default. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Count, Flag, Type } from '#kit/types.ts'
import { AddressInput, addressOf } from '../address.ts'
import { SavedAddress, customerId, lockCustomer, noOtherDefault, savedColumns } from '../customer.ts'
import { customersChanged } from '../events.ts'
import { MOST_ADDRESSES } from '../staff-customer.ts'

export const AddressBookFull = failure(
  'customers.address_book_full',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `An address book holds ${limit} addresses. Remove one first.`,
    de: ({ limit }) => `Ein Adressbuch fasst ${limit} Adressen. Entfernen Sie zuerst eine.`,
    ar: ({ limit }) => `يتسع دفتر العناوين لـ ${limit} عنواناً. احذف عنواناً أولاً.`,
  },
)

export const create = command({
  id: 'customers.addresses.create',
  summary: 'Keep an address',
  rest: 'POST /me/addresses',
  audience: 'shop',
  access: member,
  status: 201,
  input: Type.Object({ ...AddressInput.properties, isDefault: Type.Optional(Flag) }),
  output: SavedAddress,
  failures: [AddressBookFull],
  async run({ isDefault, ...given }, ctx) {
    const customer = customerId(ctx)
    const address = addressOf(given, '')
    await lockCustomer(ctx, customer)
    const { rows: held } = await sql<{ count: number }>`
      select count(*)::int as count from customers.address a
      where a.store_id = ${ctx.storeId} and a.customer_id = ${customer} and a.archived_at is null`.execute(
      ctx.db,
    )
    const { count } = held[0]!
    if (count >= MOST_ADDRESSES) throw AddressBookFull({ limit: MOST_ADDRESSES })
    if (isDefault && count > 0) await noOtherDefault(ctx, customer)
    const { rows } = await sql<SavedAddress>`
      insert into customers.address (id, store_id, customer_id, name, company, line1, line2, postal_code, city, region, country, phone, is_default, created_at, updated_at)
      values (${newId()}, ${ctx.storeId}, ${customer}, ${address.name}, ${address.company}, ${address.line1}, ${address.line2}, ${address.postalCode},
        ${address.city}, ${address.region}, ${address.country}, ${address.phone}, ${isDefault === true || count === 0}, ${ctx.now()}, ${ctx.now()})
      returning ${savedColumns}`.execute(ctx.db)
    ctx.emit(customersChanged, { ids: [customer] })
    return rows[0]!
  },
})
