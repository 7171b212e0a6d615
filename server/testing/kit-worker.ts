/**
 * A worker in a process of its own, to be killed: `node kit-worker.ts <url> stall|work`.
 *
 * With `stall` it stops in the middle of its first reaction, its transaction open and
 * half done, and says so on its standard output.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createDispatcher } from '#kit/dispatcher.ts'
import { on } from '#kit/event.ts'
import { startWorker } from '#kit/worker.ts'
import { countNotes, kitApp, notes, notesChanged } from './kit.ts'

const [url = '', mode = 'work'] = process.argv.slice(2)
const stalling = on(notesChanged, countNotes.name, async (payload, ctx) => {
  await countNotes.run(payload as never, ctx)
  console.log('in reaction')
  await sleep(60_000)
})

const app = kitApp({ url, modules: [{ ...notes, reactions: [mode === 'stall' ? stalling : countNotes] }] })
await startWorker(app)
createDispatcher(app).start()
console.log('ready')
