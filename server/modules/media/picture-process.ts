/**
 * Opens pictures in a process of its own, which is started for a batch and ended after it.
 *
 * A picture that brings the decoder down, or keeps it busy for too long, harms nobody else.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { seconds } from '#kit/clock.ts'

/** A picture of more pixels is not opened: it would fill the memory. */
export const MOST_PIXELS = 60_000_000
/** Three copies of the largest picture take some 3 s of one core. */
const ANSWER_WITHIN_MS = seconds(30)

export interface PictureTask {
  body: Uint8Array
  /** Of the smaller copies to make; those wider than the picture are left out. */
  widths: readonly number[]
  mostPixels: number
}

export type PictureAnswer =
  | {
      kind: 'opened'
      width: number
      height: number
      copies: { width: number; height: number; body: Uint8Array }[]
    }
  | { kind: 'too_large'; width: number; height: number }
  | { kind: 'unreadable'; reason: string }

export interface PictureProcess {
  /** Of the running process; for tests. */
  pid: number
  open(body: Uint8Array, widths: readonly number[]): Promise<PictureAnswer>
  end(): Promise<void>
}

/** Use it for one batch, one picture after the other, and `end` it. */
export function startPictureProcess(answerWithinMs: number = ANSWER_WITHIN_MS): PictureProcess {
  const child = fork(join(import.meta.dirname, 'picture-child.ts'), [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => {}) // told by `exit` or by the missing answer
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.removeListener('exit', kill))
  return {
    pid: child.pid!,
    open: (body, widths) => ask(child, { body, widths, mostPixels: MOST_PIXELS }, answerWithinMs),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      kill()
      await ended
    },
  }
}

/** A decoder that dies or hangs is taken as a picture that cannot be read. */
function ask(child: ChildProcess, task: PictureTask, withinMs: number): Promise<PictureAnswer> {
  return new Promise((resolve) => {
    const finish = (answer: PictureAnswer) => {
      clearTimeout(timer)
      child.removeListener('message', finish)
      child.removeListener('exit', died)
      resolve(answer)
    }
    const died = () => finish({ kind: 'unreadable', reason: 'the process that opened it ended' })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      finish({ kind: 'unreadable', reason: `it was not opened within ${withinMs} ms` })
    }, withinMs)
    child.once('message', finish)
    child.once('exit', died)
    if (!child.connected) return died()
    child.send(task, (error) => error && died())
  })
}
