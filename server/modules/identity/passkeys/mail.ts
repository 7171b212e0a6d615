import type { Ctx } from '#kit/context.ts'
import { spokenOf } from '#kit/language.ts'
import { send } from '../../messages/index.ts'
import { currentSettings, pagesIn } from '../../settings/index.ts'
import { passkeyAdded } from '../emails/passkey-added.ts'
import type { Owner, Passkey } from './passkey.ts'

/** Whoever's account got another key is told. */
export async function tellPasskeyAdded(ctx: Ctx, owner: Owner, passkey: Passkey): Promise<void> {
  const settings = await currentSettings(ctx)
  const { store } = settings
  await send(ctx, {
    ...passkeyAdded({
      store: store.name,
      storeEmail: store.email,
      locale: spokenOf(owner.locale, store.locale),
      name: owner.name,
      passkey: passkey.name,
      at: ctx.now(),
      timeZone: ctx.scope.timeZone,
      pages: ctx.origin + pagesIn(settings, owner.locale),
    }),
    to: owner.email,
    dedupeKey: `passkey-added:${passkey.id}`,
    about: { kind: 'person', id: owner.id },
  })
}
