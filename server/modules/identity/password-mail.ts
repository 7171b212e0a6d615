/** Whoever’s password changed is told, so that a thief cannot do it in silence. */
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { spokenOf } from '#kit/language.ts'
import { send } from '../messages/index.ts'
import { currentSettings } from '../settings/index.ts'
import { passwordChanged } from './emails/password-changed.ts'

export async function tellPasswordChanged(
  ctx: Ctx,
  person: { id: string; email: string; name: string; locale: string },
): Promise<void> {
  const { store } = await currentSettings(ctx)
  await send(ctx, {
    ...passwordChanged({
      store: store.name,
      storeEmail: store.email,
      locale: spokenOf(person.locale, store.locale),
      name: person.name,
      at: ctx.now(),
      timeZone: ctx.scope.timeZone,
    }),
    to: person.email,
    dedupeKey: `password-changed:${newId()}`,
    about: { kind: 'person', id: person.id },
  })
}
