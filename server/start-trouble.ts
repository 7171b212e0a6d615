/** Why a start failed, in one sentence that says what to do. The stack stays out: it is no fault of the code. */
import { WrongConfig } from './config.ts'

export function sentenceFor(error: unknown): string {
  if (error instanceof WrongConfig) return error.message
  const { code, address, port } = error as { code?: string; address?: string; port?: number }
  const place = `${address ?? ''}${port === undefined ? '' : `:${port}`}`
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop that one, or start with another port: PORT=${nextTo(port)} npm start`
  if (code === 'EACCES' && port !== undefined)
    return `This user may not listen on ${place}: ports below 1024 are kept for root. Start with PORT=3000, behind a proxy.`
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && port === undefined))
    return `HOST is not an address of this machine (${place || messageOf(error)}). Use 127.0.0.1, or 0.0.0.0 for all of them in production.`
  return `Quayside could not start: ${messageOf(error)}`
}

function nextTo(port: number | undefined): number {
  return port === undefined || port + 100 > 65_535 ? 3100 : port + 100
}

/** A name with several addresses fails with a list of errors and no message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && !error.message)
    return [...new Set(error.errors.map((each) => (each as Error).message))].join('; ')
  return error instanceof Error ? error.message : String(error)
}
