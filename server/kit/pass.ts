/**
 * Passes: words in a link that open one thing until a moment, without a session.
 *
 * The signature covers the store, the thing and the moment, so a pass of another store, for something else or made
 * longer is as good as none. A pass cannot be taken back.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Ctx } from './context.ts'
import { derivedToken } from './seal.ts'

const signatureOf = (ctx: Ctx, purpose: string, subject: string) =>
  derivedToken(ctx.app.config.secret, purpose, `${ctx.storeId} ${subject}`)

/** `until` in whole seconds: the pass carries no more. */
export function passFor(ctx: Ctx, purpose: string, id: string, until: Date): string {
  const subject = `${id}.${until.getTime() / 1000}`
  return `${subject}.${signatureOf(ctx, purpose, subject)}`
}

/** What a pass opens, and whether its time is over; null when it was not made here. */
export function passedBy(ctx: Ctx, purpose: string, token: string): { id: string; isOver: boolean } | null {
  const [id = '', until = '', signature = ''] = token.split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(ctx, purpose, `${id}.${until}`))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return { id, isOver: Number(until) * 1000 <= ctx.now().getTime() }
}
