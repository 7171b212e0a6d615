/**
 * Brute force: tries are counted by account and by address, in the database, so a restart forgives nothing.
 *
 * Only failures cost a token, and they are counted after the rollback of the refused
 * command ("failures that remember").
 */
import type { Ctx } from '#kit/context.ts'
import { mustHaveToken, takeDurable } from '#kit/limits.ts'
import { blindIndex } from '#kit/seal.ts'
import { normalEmail } from '#kit/text.ts'

/** Ten quick mistakes, then one try a minute. */
const BY_ACCOUNT = { burst: 10, perSecond: 1 / 60 }
/** An address may stand for many people; still far too few for guessing. */
const BY_ADDRESS = { burst: 50, perSecond: 1 / 10 }

function keys(ctx: Ctx, email: string): { account: string; address: string } {
  const account = blindIndex(ctx.app.config.secret, 'log-in attempts', normalEmail(email)).toString(
    'base64url',
  )
  return { account: `log-in ${ctx.storeId} ${account}`, address: `log-in ${ctx.storeId} ${ctx.address}` }
}

/** Throws TooMany while there were too many failures. */
export async function mayTry(ctx: Ctx, email: string): Promise<void> {
  if (ctx.app.config.limitScale === 0) return
  const { account, address } = keys(ctx, email)
  await mustHaveToken(ctx, account, BY_ACCOUNT)
  if (ctx.address) await mustHaveToken(ctx, address, BY_ADDRESS)
}

export async function countFailure(ctx: Ctx, email: string): Promise<void> {
  if (ctx.app.config.limitScale === 0) return
  const { account, address } = keys(ctx, email)
  // An empty bucket is no reason to fail here: the next try is refused anyway.
  await takeDurable(ctx, account, BY_ACCOUNT).catch(() => {})
  if (ctx.address) await takeDurable(ctx, address, BY_ADDRESS).catch(() => {})
}
