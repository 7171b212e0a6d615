/** Links to private files: good for a while, without a session. The signature covers the file and the moment. */
import { timingSafeEqual } from 'node:crypto'
import type { App } from '#kit/app.ts'
import { NotFound } from '#kit/failure.ts'
import { derivedToken } from '#kit/seal.ts'
import { LinkOver } from './failures.ts'

const signatureOf = (app: App, fileId: string, expires: string) =>
  derivedToken(app.config.secret, 'media link', `${fileId} ${expires}`)

export function linkTo(app: App, fileId: string, expiresAt: Date): string {
  const expires = String(Math.floor(expiresAt.getTime() / 1000))
  return `/downloads/${fileId}?expires=${expires}&signature=${signatureOf(app, fileId, expires)}`
}

/** A wrong signature is as good as no file. */
export function checkLink(
  app: App,
  fileId: string,
  query: Record<string, string | string[]>,
  now: Date,
): void {
  const { expires, signature } = query
  if (typeof expires !== 'string' || typeof signature !== 'string') throw NotFound({})
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(app, fileId, expires))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw NotFound({})
  if (Number(expires) * 1000 <= now.getTime()) throw LinkOver({})
}
