/**
 * A typed client for a Quayside store, without dependencies, for browsers, servers and phones.
 *
 * ```ts
 * const store = createClient({ origin: 'https://shop.example' })
 * const cart = await store.cart.addItem({ cartId, variantId, quantity: 1 })
 * for await (const order of store.orders.follow({ orderId })) show(order)
 * ```
 */
import type { ClientOptions } from './call.ts'
import { routes } from './generated/routes.ts'
import type { Client } from './generated/types.ts'
import { clientOf } from './nest.ts'

export * from './generated/types.ts'
export { ClientError, isClientError, problemOf } from './problem.ts'
export type { FieldFault, Problem, UnexpectedAnswerProblem, UnreachableProblem } from './problem.ts'
export type { BatchItem, BatchResult, DoBatch } from './batch.ts'
export type { CallOptions, ClientOptions, Custom, StreamOptions } from './call.ts'

export function createClient(options: ClientOptions): Client {
  return clientOf(routes, options) as Client
}
