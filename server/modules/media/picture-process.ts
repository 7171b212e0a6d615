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
/** The AVIF copies of the largest picture take some 8 s of one core. */
const ANSWER_WITHIN_MS = seconds(30)

export const COPY_TYPES = ['image/webp', 'image/avif'] as const
export type CopyType = (typeof COPY_TYPES)[number]

export type PictureTask = { body: Uint8Array; mostPixels: number } & (
  | { wanted: 'card'; card: Card }
  | { wanted: 'clean'; type: string }
  /** No copy becomes wider than the picture. */
  | { wanted: 'copies'; type: CopyType; widths: readonly number[] }
)

/** What stands beside the picture; nothing of it is markup. */
export interface Card {
  title: string
  /** Empty: none. */
  price: string
  shop: string
  rightToLeft: boolean
}

export interface Copy {
  width: number
  height: number
  body: Uint8Array
}

export type PictureAnswer =
  /** `body` is null when the picture is fit to be kept as it is. */
  | { kind: 'clean'; width: number; height: number; body: Uint8Array | null }
  | { kind: 'copies'; copies: Copy[] }
  /** A JPEG. */
  | { kind: 'card'; body: Uint8Array }
  | { kind: 'too_large'; width: number; height: number }
  | { kind: 'unreadable'; reason: string }

type Refused = Extract<PictureAnswer, { kind: 'too_large' | 'unreadable' }>

export interface PictureProcess {
  /** Of the running process; for tests. */
  pid: number
  /** Measures a picture of this type, turns it upright and takes away what it tells besides. */
  clean(body: Uint8Array, type: string): Promise<Extract<PictureAnswer, { kind: 'clean' }> | Refused>
  copies(
    body: Uint8Array,
    type: CopyType,
    widths: readonly number[],
  ): Promise<Extract<PictureAnswer, { kind: 'copies' }> | Refused>
  /** Draws a card of 1200 x 630 pixels for those with whom a page is shared. */
  card(body: Uint8Array, card: Card): Promise<Extract<PictureAnswer, { kind: 'card' }> | Refused>
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
    clean: (body, type) =>
      ask(child, { body, type, wanted: 'clean', mostPixels: MOST_PIXELS }, answerWithinMs),
    copies: (body, type, widths) =>
      ask(child, { body, type, widths, wanted: 'copies', mostPixels: MOST_PIXELS }, answerWithinMs),
    card: (body, card) => ask(child, { body, card, wanted: 'card', mostPixels: MOST_PIXELS }, answerWithinMs),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      kill()
      await ended
    },
  }
}

/** A decoder that dies or hangs is taken as a picture that cannot be read. */
function ask<Answer extends PictureAnswer>(
  child: ChildProcess,
  task: PictureTask,
  withinMs: number,
): Promise<Answer | Refused> {
  return new Promise((resolve) => {
    const finish = (answer: Answer | Refused) => {
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
