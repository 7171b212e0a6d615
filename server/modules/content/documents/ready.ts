/** What a page or journal entry needs before shoppers may see it: everybody can be shown the store's own language. */
import type { Ctx } from '#kit/context.ts'
import { currentSettings } from '../../settings/index.ts'
import { NotReady } from '../failures.ts'
import type { ContentDocument } from './document.ts'

export async function mustBeReady(ctx: Ctx, { kind, texts }: ContentDocument): Promise<void> {
  if (kind === 'home' || kind === 'slot') return
  const { store } = await currentSettings(ctx)
  if (!texts.some(({ locale }) => locale === store.locale)) throw NotReady({})
}
