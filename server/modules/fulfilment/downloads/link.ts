/** Links by which buyers load what they bought. Whether one still works, and how often, stands at its row. */
import { timingSafeEqual } from 'node:crypto'
import type { Config } from '#kit/config.ts'
import { derivedToken } from '#kit/seal.ts'

export const DOWNLOAD_PATH = '/handed-over/:downloadId'

export function downloadLink(config: Pick<Config, 'secret' | 'publicUrl'>, downloadId: string): string {
  const path = DOWNLOAD_PATH.replace(':downloadId', downloadId)
  return `${config.publicUrl}${path}?signature=${signatureOf(config, downloadId)}`
}

export function isOurs(config: Pick<Config, 'secret'>, downloadId: string, signature: unknown): boolean {
  if (typeof signature !== 'string') return false
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(config, downloadId))]
  return given.length === right.length && timingSafeEqual(given, right)
}

function signatureOf(config: Pick<Config, 'secret'>, downloadId: string): string {
  return derivedToken(config.secret, 'bought download', downloadId)
}
