/** Work with a signal that falls after so long. The timer goes with the work; `AbortSignal.timeout` keeps its own to the end. */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController()
  const timer = setTimeout(
    () => over.abort(new DOMException(`Nothing came of it within ${ms} ms.`, 'TimeoutError')),
    ms,
  )
  try {
    return await work(over.signal)
  } finally {
    clearTimeout(timer)
  }
}
