/**
 * Whether a file is harmful, asked before it becomes one of the store's.
 *
 * Nobody fills the port in a new store: then nothing is looked at but the file's kind and
 * size. An adapter for a virus scanner fills it; of several, each must find nothing. One
 * that throws lets nothing through: the upload is refused for now and can be ended later.
 */
import type { Readable } from 'node:stream'
import type { App } from '#kit/app.ts'
import { Unavailable } from '#kit/failure.ts'
import { port } from '#kit/port.ts'
import { Infected } from './failures.ts'

export interface ScannedFile {
  name: string
  /** By its content. */
  type: string
  bytes: number
  open(): Readable
}

export interface Scanner {
  /** The name of what was found, or null. Called outside of any transaction. */
  scan(file: ScannedFile): Promise<string | null>
}

export const scanner = port<Scanner>('media.scanner', { many: true })

export async function mustBeHarmless(app: App, file: ScannedFile): Promise<void> {
  for (const each of app.ports(scanner)) {
    const found = await each.scan(file).catch((error: unknown) => {
      app.log.error({ err: error }, 'a file could not be scanned')
      throw Unavailable({ retryAfterSeconds: 30 }, { cause: error })
    })
    if (found !== null) {
      app.log.warn({ found, type: file.type }, 'a harmful file was refused')
      throw Infected({})
    }
  }
}
