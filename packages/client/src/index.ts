/**
 * A typed client for a Quayside store, without dependencies, for browsers, servers and phones.
 *
 * ```ts
 * const store = createClient({ origin: 'https://shop.example' })
 * const cart = await store.cart.addItem({ cartId, variantId, quantity: 1 })
 * for await (const order of store.orders.follow({ orderId })) show(order)
 * ```
 */
import { call, type CallOptions, type ClientOptions, type Input, type Route } from './call.ts'
import { events } from './events.ts'
import { routes } from './generated/routes.ts'
import type { Client } from './generated/types.ts'

export * from './generated/types.ts'
export { ClientError, isClientError, problemOf } from './problem.ts'
export type { FieldFault, Problem, UnexpectedAnswerProblem, UnreachableProblem } from './problem.ts'
export type { CallOptions, ClientOptions, Custom, StreamOptions } from './call.ts'

export function createClient(options: ClientOptions): Client {
  const client = { ...options, origin: options.origin.replace(/\/$/, '') }
  return nest(
    routes,
    (route) =>
      (input: Input = {}, each: CallOptions = {}) =>
        route[2] === 's' ? events(route, input, each, client) : call(route, input, each, client),
  ) as unknown as Client
}

type Tree = { [name: string]: Tree | unknown }

/** `{ 'cart.addItem': … }` as `{ cart: { addItem: … } }`. */
function nest(table: Readonly<Record<string, Route>>, make: (route: Route) => unknown): Tree {
  const root: Tree = {}
  for (const [id, route] of Object.entries(table)) {
    const names = id.split('.')
    let here = root
    for (const name of names.slice(0, -1)) here = (here[name] ??= {}) as Tree
    here[names.at(-1)!] = make(route)
  }
  return root
}
