/**
 * A stream as a sequence: the present shape, then the newest after each change of it.
 *
 * Nothing is looked at until it is taken, so who takes slowly is told less often, and never of what is over.
 */
import type { Call } from '#kit/invoke.ts'
import type { Topic, Watch } from '../topic.ts'

export interface Shapes extends AsyncIterableIterator<string> {
  return: () => Promise<IteratorResult<string>>
}

/** `isLoose`: what belongs to the shape may have changed though it has not, so each event counts. */
export function shapesOf(watch: Watch, input: object, call: () => Call, isLoose: boolean): Shapes {
  let topic: Topic | undefined
  let taken: PromiseWithResolvers<IteratorResult<string>> | undefined
  let isBegun = false
  let isStarted = false
  let isOver = false

  function settle(how: (waiting: PromiseWithResolvers<IteratorResult<string>>) => void) {
    const waiting = taken
    taken = undefined
    if (waiting) how(waiting)
  }

  async function first(): Promise<IteratorResult<string>> {
    const found = await watch(input, {
      call,
      isBlocked: () => taken === undefined,
      tell(text) {
        if (text !== null || isLoose) settle(({ resolve }) => resolve({ done: false, value: topic!.text }))
      },
      refused: (refusal) => settle(({ reject }) => reject(refusal)),
    })
    if (isOver) found.stop()
    else topic = found
    return isOver ? { done: true, value: undefined } : { done: false, value: found.text }
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next() {
      if (!isBegun) {
        isBegun = true
        return first()
      }
      if (isOver || !topic) return Promise.resolve({ done: true, value: undefined })
      taken = Promise.withResolvers()
      const { promise } = taken
      if (isStarted) topic.refresh()
      else topic.start()
      isStarted = true
      return promise
    },
    async return() {
      isOver = true
      topic?.stop()
      settle(({ resolve }) => resolve({ done: true, value: undefined }))
      return { done: true, value: undefined }
    },
  }
}
