/**
 * What grows with every visitor is forgotten after its time, or kept for a reason.
 *
 * Each table stands here once: taken away by a job, kept with what it belongs to, or written by staff and so few. A new
 * table wants to be put somewhere.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { tablesIn } from '../../tools/tables/catalog.ts'
import { testDatabase } from './database.ts'

const root = join(import.meta.dirname, '../..')
const database = await testDatabase()
after(() => database.drop())

/** Where its old rows are deleted. */
const GOES: Record<string, string> = {
  'kit.event': 'server/kit/retention.ts',
  'kit.handled': 'server/kit/retention.ts',
  'kit.idempotency': 'server/kit/retention.ts',
  'kit.bucket': 'server/kit/retention.ts',
  'kit.job_run': 'server/kit/retention.ts',
  'kit.worker': 'server/kit/retention.ts',
  'kit.audit': 'server/kit/retention.ts',
  'kit.error_group': 'server/kit/error-groups.ts',
  'identity.session': 'server/modules/identity/purge.ts',
  'identity.password_link': 'server/modules/identity/purge.ts',
  'identity.answered_challenge': 'server/modules/identity/purge.ts',
  'identity.security_event': 'server/modules/identity/purge.ts',
  'identity.api_key_secret': 'server/modules/identity/purge.ts',
  'media.ticket': 'server/modules/media/sweep.ts',
  'media.piece': 'server/modules/media/sweep.ts',
  'messages.message': 'server/modules/messages/purge.ts',
  'messages.mailbox': 'server/modules/messages/purge.ts',
  'payments.inbox': 'server/modules/payments/purge.ts',
  'browse.viewed': 'server/modules/browse/viewed/viewed.ts',
  'tax.quote': 'server/modules/tax/quotes.ts',
  'cart.cart': 'server/modules/cart/purge.ts',
  'cart.line': 'server/modules/cart/purge.ts',
  'cart.bundle': 'server/modules/cart/purge.ts',
  'cart.carrier_quote': 'server/modules/cart/purge.ts',
  'cart.shared': 'server/modules/cart/purge.ts',
  'cart.shared_item': 'server/modules/cart/purge.ts',
  'wishlists.list': 'server/modules/wishlists/purge.ts',
  'wishlists.item': 'server/modules/wishlists/purge.ts',
  'enquiries.enquiry': 'server/modules/enquiries/purge.ts',
  'newsletter.subscription': 'server/modules/newsletter/purge.ts',
  'webhooks.endpoint': 'server/modules/webhooks/purge.ts',
  'webhooks.delivery': 'server/modules/webhooks/purge.ts',
  'webhooks.attempt': 'server/modules/webhooks/purge.ts',
  'orders.claim_link': 'server/modules/orders/claims/purge.ts',
  'exchange.run': 'server/modules/exchange/purge.ts',
  'exchange.fault': 'server/modules/exchange/purge.ts',
  'exchange.result': 'server/modules/exchange/purge.ts',
  'catalog.slug_history': 'server/modules/catalog/purge.ts',
  'catalog.collection_slug_history': 'server/modules/catalog/purge.ts',
  'catalog.bought_together': 'server/modules/catalog/related/bought-together.ts',
}

const BOOKS = 'books are kept as long as the law wants them, and longer'
const OF_A_CART = 'goes with its cart'
const JUDGED = 'what was said of a product helps as long as it is there'
const ACCOUNTS = 'an account is there until its owner has it erased'
/** What grows with trade, and why it stays. */
const STAYS: Record<string, string> = {
  'ledger.account': BOOKS,
  'ledger.transaction': BOOKS,
  'ledger.entry': BOOKS,
  'ledger.proof': 'a line a night',
  'payments.payment': BOOKS,
  'payments.history': BOOKS,
  'payments.step': BOOKS,
  'payments.refund': BOOKS,
  'payments.reference': BOOKS,
  'payments.dispute': BOOKS,
  'orders.order': BOOKS,
  'orders.line': BOOKS,
  'orders.tax_line': BOOKS,
  'tax.id_check': BOOKS,
  'orders.discount': BOOKS,
  'orders.bundle': BOOKS,
  'orders.deposit': BOOKS,
  'orders.past_order': BOOKS,
  'orders.past_line': BOOKS,
  'orders.promise': BOOKS,
  'orders.history': BOOKS,
  'orders.refund_part': BOOKS,
  'orders.invoice': BOOKS,
  'returns.return': BOOKS,
  'returns.line': BOOKS,
  'returns.refund': BOOKS,
  'returns.history': BOOKS,
  'fulfilment.shipment': BOOKS,
  'fulfilment.shipment_line': BOOKS,
  'fulfilment.history': BOOKS,
  'fulfilment.label': BOOKS,
  'fulfilment.tracking': BOOKS,
  'fulfilment.download': BOOKS,
  'fulfilment.licence_key': 'a key that was sold is never sold again',
  'inventory.movement': 'stock is the sum of its movements',
  'inventory.transfer': 'movements name it',
  'inventory.transfer_line': 'goes with its transfer',
  'inventory.lot': 'says which orders got which pieces',
  'inventory.lot_level': 'goes with its lot',
  'inventory.lot_movement': 'says which orders got which pieces',
  'inventory.purchase': BOOKS,
  'inventory.purchase_line': BOOKS,
  'inventory.receipt': BOOKS,
  'inventory.receipt_line': BOOKS,
  'inventory.reservation': 'says what an order took from where',
  'promotions.redemption': BOOKS,
  'promotions.customer_use': 'limits hold for good',
  'promotions.code': 'a code that was used is named by an order',
  'pricing.price_history': 'the lowest price of 30 days, and what an order was asked for',
  'cart.code': OF_A_CART,
  'identity.person': ACCOUNTS,
  'identity.password': ACCOUNTS,
  'identity.passkey': ACCOUNTS,
  'identity.person_role': ACCOUNTS,
  'customers.customer': ACCOUNTS,
  'customers.address': ACCOUNTS,
  'wishlists.reader': ACCOUNTS,
  'customers.group_member': ACCOUNTS,
  'customers.company_member': ACCOUNTS,
  'messages.suppression': 'who wants no mail wants none later either',
  'catalog.category_slug_history': 'old addresses of shelves lead on as long as the shelf is there',
  'content.address_history': 'old addresses lead on as long as the page is there',
  'reviews.review': JUDGED,
  'reviews.photo': 'goes with its review',
  'reviews.vote': 'goes with its review',
  'reviews.question': JUDGED,
  'reviews.answer': 'goes with its question',
  'reviews.report': 'goes once staff have looked',
  'kit.external_ref': 'as long as what it names',
}

/** Schemas and tables that staff and settings write, or that are drawn from others: as many as there are things. */
const FEW = [
  /^kit\.(migration|cursor|snapshot|schedule|pause|log_level)$/,
  /^settings\./,
  /^media\.(file|rendition|allowance)$/,
  /^identity\.(role|api_key)$/,
  /^customers\.(customer_group|company)$/,
  /^tax\.(?!(quote|id_check)$)/,
  /^catalog\.(?!.*slug_history|bought_together)/,
  /^pricing\.(list|price|list_group|list_company|conversion|(variant_)?deposit(_text|_price)?)$/,
  /^inventory\.(location|channel_place|item|variant_item|level|allocation|low_stock|supplier)$/,
  /^delivery\./,
  /^promotions\.(promotion|promotion_text|sum|tier|target)$/,
  /^cart\.setting$/,
  /^browse\.(?!viewed)/,
  /^fulfilment\.digital/,
  /^content\.(document|revision|address|menu|redirect)$/,
  /^orders\.(number_counter|setting)$/,
  /^reviews\.setting$/,
  /^webhooks\.progress$/,
]

test('every table is forgotten, kept for a reason, or few', async () => {
  const tables = (await tablesIn(database.url)).map(({ schema, name }) => `${schema}.${name}`)
  const places = (table: string) => [
    ...(GOES[table] ? ['goes'] : []),
    ...(STAYS[table] ? ['stays'] : []),
    ...(FEW.some((few) => few.test(table)) ? ['few'] : []),
  ]
  assert.deepEqual(
    tables
      .filter((table) => places(table).length !== 1)
      .map((table) => `${table}: ${places(table).join(' and ') || 'nowhere'}`),
    [],
  )
  assert.deepEqual(
    [...Object.keys(GOES), ...Object.keys(STAYS)].filter((table) => !tables.includes(table)),
    [],
    'of tables that are not there',
  )
})

test('what is said to be forgotten is deleted where it is said', () => {
  const missing = Object.entries(GOES).filter(
    ([table, file]) =>
      !new RegExp(`delete from ${table.replace('.', '\\.')}\\b`, 'i').test(
        readFileSync(join(root, file), 'utf8'),
      ),
  )
  assert.deepEqual(missing, [])
})
