import type { App } from '#kit/app.ts'
import { Misused, call, type Command } from './command.ts'

interface Page {
  items: { id: string }[]
  next: string | null
}

export const replay: Command = {
  name: 'replay',
  usage: '[jobs] [webhooks]',
  says: 'Try again what was given up: dead jobs, and webhooks that matched no payment',
  async run({ words, open }) {
    const wrong = words.find((word) => word !== 'jobs' && word !== 'webhooks')
    if (wrong) throw new Misused(`Replay jobs or webhooks, not ${wrong}.`)
    const app = await open()
    const wanted = (what: string) => words.length === 0 || words.includes(what)
    return {
      ...(wanted('jobs') ? { jobs: await replayJobs(app) } : {}),
      ...(wanted('webhooks') ? { webhooks: await replayWebhooks(app) } : {}),
    }
  },
}

/** Puts them back in the queue; a worker takes them from there. */
async function replayJobs(app: App): Promise<{ queued: number }> {
  let queued = 0
  for (;;) {
    const { items } = await call<{ items: { id: number }[] }>(app, 'system.jobs.dead', {})
    for (const { id } of items) await call(app, 'system.jobs.retry', { jobId: id })
    queued += items.length
    if (items.length === 0) return { queued }
  }
}

async function replayWebhooks(app: App): Promise<{ tried: number; handled: number }> {
  const parked: string[] = []
  for (let after: string | undefined; ;) {
    const page: Page = await call(app, 'payments.inbox.list', {
      state: 'parked',
      limit: 100,
      ...(after ? { after } : {}),
    })
    parked.push(...page.items.map(({ id }) => id))
    if (page.next === null) break
    after = page.next
  }
  let handled = 0
  for (const entryId of parked) {
    const { state } = await call<{ state: string }>(app, 'payments.inbox.retry', { entryId })
    if (state === 'handled') handled++
  }
  return { tried: parked.length, handled }
}
