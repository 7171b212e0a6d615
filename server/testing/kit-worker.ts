/**
 * A worker in a process of its own, to be killed: `node kit-worker.ts <url> stall|work|clock`.
 *
 * With `stall` it stops in the middle of its first reaction, its transaction open and
 * half done, and says so on its standard output. With `clock` it works for two stores,
 * each of which has a job every second.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createDispatcher } from '#kit/dispatcher.ts'
import { on } from '#kit/event.ts'
import { startWorker } from '#kit/worker.ts'
import { countNotes, everySecond, kitApp, notes, notesChanged, TWO_STORES } from './kit.ts'

const [url = '', mode = 'work'] = process.argv.slice(2)
const stalling = on(notesChanged, countNotes.name, async (payload, ctx) => {
  await countNotes.run(payload as never, ctx)
  console.log('in reaction')
  await sleep(60_000)
})

const reactions = [mode === 'stall' ? stalling : countNotes]
const jobs = mode === 'clock' ? [everySecond] : []
const app = kitApp({ url, modules: [{ ...notes, reactions, jobs }], stores: TWO_STORES })
await startWorker(app)
createDispatcher(app).start()
console.log('ready')
