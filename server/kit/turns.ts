/**
 * Work done in turns: never two at once, the next one after the wait that the last one names, sooner when poked.
 *
 * The first poke after a pause is not kept waiting; those that come during a turn, or
 * within `gapMs` of its end, are answered by one turn.
 */

export interface Turns {
  start(): void
  /** The turn under way is waited for. */
  stop(): Promise<void>
  /** There is something to do. */
  poke(): void
  /** At the latest after so many ms. */
  within(ms: number): void
}

export interface TurnsOptions {
  /** One turn; answers the ms until the next. `poked`: somebody said that there is something to do. */
  work: (poked: boolean) => Promise<number>
  gapMs: number
  /** After a turn that failed. */
  retryMs: number
  /** Told of the first failure of several in a row. */
  onTrouble: (error: Error) => void
}

export function createTurns({ work, gapMs, retryMs, onTrouble }: TurnsOptions): Turns {
  let running = false
  let timer: NodeJS.Timeout | undefined
  let dueAtMs = Infinity
  let working: Promise<void> | null = null
  let endedAtMs = -Infinity
  let poked = false
  let troubled = false

  function within(ms: number) {
    const at = performance.now() + ms
    if (!running || at >= dueAtMs) return
    clearTimeout(timer)
    dueAtMs = at
    timer = setTimeout(turn, ms)
    timer.unref()
  }

  function turn() {
    dueAtMs = Infinity
    working ??= take()
  }

  async function take(): Promise<void> {
    const asked = poked
    poked = false
    let wait = retryMs
    try {
      wait = await work(asked)
      troubled = false
    } catch (error) {
      if (!troubled) onTrouble(error as Error)
      troubled = true
    }
    working = null
    endedAtMs = performance.now()
    within(poked && !troubled ? gapMs : wait)
  }

  return {
    start() {
      running = true
      within(0)
    },
    async stop() {
      running = false
      clearTimeout(timer)
      dueAtMs = Infinity
      await working
    },
    poke() {
      if (!running) return
      poked = true
      if (!working) within(Math.max(0, endedAtMs + gapMs - performance.now()))
    },
    within,
  }
}
