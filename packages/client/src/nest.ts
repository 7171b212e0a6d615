/** The route table as nested functions: `{ 'cart.addItem': … }` becomes `{ cart: { addItem } }`. */
import { call, type CallOptions, type ClientOptions, type Input, type Route } from './call.ts'
import { events } from './events.ts'

type Tree = { [name: string]: unknown }

export function clientOf(routes: Readonly<Record<string, Route>>, options: ClientOptions): object {
  const client = { ...options, origin: options.origin.replace(/\/$/, '') }
  const root: Tree = {}
  for (const [id, route] of Object.entries(routes)) {
    const names = id.split('.')
    let here = root
    for (const name of names.slice(0, -1)) here = (here[name] ??= {}) as Tree
    here[names.at(-1)!] = (input: Input = {}, each: CallOptions = {}) =>
      route[2] === 's' ? events(route, input, each, client) : call(route, input, each, client)
  }
  return root
}
