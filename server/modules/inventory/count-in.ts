/** More pieces than before at a place, or its first count: for later modules that keep things of their own as stock. */
import type { Ctx } from '#kit/context.ts'
import { lockLevel, move } from './level.ts'

export interface Receipt {
  variantId: string
  locationId: string
  /** 0: it is counted from now on. */
  pieces: number
  cause: string
}

export async function countIn(ctx: Ctx, { variantId, locationId, pieces, cause }: Receipt): Promise<void> {
  const level = await lockLevel(ctx, { variantId, locationId }, undefined)
  if (pieces > 0) await move(ctx, level, { delta: pieces, reason: 'received', note: null, cause })
}
