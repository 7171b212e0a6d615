/**
 * What is asked beside the price for bottles and the like. Each is a line of its own that goes with a line of goods: nobody
 * puts it in or takes it out, and it has no part in promotions, minimum amounts and free delivery.
 */
import type { Ctx } from '#kit/context.ts'
import { depositsFor, depositsSnapshot, type AskedDeposit } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import type { CartRow } from './rows.ts'

export interface DepositLine extends AskedDeposit {
  /** The line of goods. */
  lineId: string
  taxCategoryId: string
  isDeposit: true
}

/** Of all lines, in their order. */
export async function depositsOf({ lines, currency }: CartRow, ctx: Ctx): Promise<DepositLine[]> {
  const deposits = await ctx.app.snapshots.read(depositsSnapshot, ctx)
  if (deposits.length === 0) return []
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  return lines.flatMap((line) =>
    depositsFor(line.deposits, line.quantity, { deposits, currency, locales }).map((asked) => ({
      ...asked,
      lineId: line.id,
      taxCategoryId: asked.taxCategoryId ?? line.taxCategoryId,
      isDeposit: true as const,
    })),
  )
}
