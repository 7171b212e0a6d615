/**
 * Sees in the database when an order is confirmed and when the store has come to rest, so that no buyer
 * has to ask again and again. Its backend is left out of the count.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from './rig.ts'

const LOOK_EVERY = 4 // ms
const CONFIRMED_WITHIN = 30_000 // ms
const AT_REST_WITHIN = 30_000 // ms

export interface Watch {
  confirmed(orderId: string): Promise<void>
  /** All events are dispatched and all reactions done. */
  atRest(): Promise<void>
}

export function watchOver(database: Database): Watch {
  const waiting = new Map<string, { done: () => void; failed: (error: Error) => void; since: number }>()
  let looking = false

  async function look(): Promise<void> {
    looking = true
    while (waiting.size > 0) {
      const rows = await database.rows<{ id: string }>(
        `select id from orders.order where id = any($1::uuid[]) and state = 'confirmed'`,
        [[...waiting.keys()]],
      )
      for (const { id } of rows) {
        waiting.get(id)?.done()
        waiting.delete(id)
      }
      for (const [id, { failed, since }] of waiting) {
        if (performance.now() - since < CONFIRMED_WITHIN) continue
        failed(new Error(`Order ${id} was paid, and is not confirmed after ${CONFIRMED_WITHIN / 1000} s.`))
        waiting.delete(id)
      }
      await sleep(LOOK_EVERY)
    }
    looking = false
  }

  return {
    confirmed: (orderId) =>
      new Promise((done, failed) => {
        waiting.set(orderId, { done, failed, since: performance.now() })
        if (looking) return
        look().catch((error: unknown) => {
          for (const each of waiting.values()) each.failed(error as Error)
          waiting.clear()
          looking = false
        })
      }),
    async atRest() {
      const since = performance.now()
      while (performance.now() - since < AT_REST_WITHIN) {
        const [row] = await database.rows<{ rest: boolean }>(
          `select not exists (select from graphile_worker.jobs where task_identifier = 'reaction')
            and not exists (select from kit.cursor c, kit.event e where c.name = 'dispatcher' and (e.tx, e.id) > (c.tx, c.event_id)) as rest`,
        )
        if (row!.rest) return
        await sleep(LOOK_EVERY)
      }
      throw new Error(`The store is still busy ${AT_REST_WITHIN / 1000} s after the load.`)
    },
  }
}
