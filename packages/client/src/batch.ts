/**
 * Several operations in one request: what may be in it, and what comes back.
 *
 * ```ts
 * const { results } = await store.admin.batch({
 *   atomic: false,
 *   items: [{ operation: 'catalog.products.publish', input: { productId } }],
 * })
 * if (results[0].problem) console.error(results[0].problem.detail)
 * ```
 */
import type { CallOptions } from './call.ts'
import type { ServerProblem } from './generated/types.ts'

interface Pair {
  input: unknown
  output: unknown
}

/** `Known` says the input and output of each operation of the road. */
export type BatchItem<Known> = {
  [Id in keyof Known]: {
    operation: Id
    input: Known[Id] extends Pair ? Known[Id]['input'] : never
    /** Its own idempotency key; otherwise it is that of the request, a colon and its index. */
    key?: string | undefined
  }
}[keyof Known]

type OutputOf<Known, Item> = Item extends { operation: infer Id extends keyof Known }
  ? Known[Id] extends Pair
    ? Known[Id]['output']
    : never
  : never

interface DoneItem<Output> {
  status: number
  output: Output
  problem: null
}
interface RefusedItem {
  status: number
  output: null
  problem: ServerProblem
}

/** An atomic batch is done as a whole or refused as a whole, so its results are all of what was done. */
export type BatchResult<Output, Atomic extends boolean = false> =
  | DoneItem<Output>
  | (Atomic extends true ? never : RefusedItem)

/** At most 100 items. Throws the problem of the item at fault when `atomic` could not be done. */
export type DoBatch<Known> = <Items extends BatchItem<Known>[], Atomic extends boolean>(
  batch: { atomic: Atomic; items: [...Items] },
  options?: CallOptions,
) => Promise<{ results: { [At in keyof Items]: BatchResult<OutputOf<Known, Items[At]>, Atomic> } }>
