/** Sets the languages the store speaks. Texts in a language that goes stay, and are shown again when it comes back. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, Type } from '#kit/types.ts'
import { currentSettings } from '../settings.ts'
import { LocaleList, MOST_LOCALES, StoreLocale } from './list.ts'
import { putLocales } from './put.ts'

export const set = command({
  id: 'settings.locales.set',
  summary: 'Set the languages the store speaks',
  description:
    'The store’s own stays among them, and comes first: its pages have no prefix, those of the others begin with it (`/de`). A text that is missing is looked for in `fallback`, in that one’s, and last in the store’s own.',
  rest: 'PUT /locales',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({ locales: List(StoreLocale, MOST_LOCALES, { minItems: 1 }) }),
  output: LocaleList,
  async run({ locales }, ctx) {
    await sql`select 1 from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const { store, locales: before } = await currentSettings(ctx)
    const codes = locales.map(({ code }) => code)
    locales.forEach(({ code, fallback }, index) => {
      if (codes.indexOf(code) < index)
        throw invalid(`locales.${index}.code`, 'duplicate', `${code} is named above.`)
      if (fallback !== null && !codes.includes(fallback))
        throw invalid(`locales.${index}.fallback`, 'unknown', `${fallback} is not among the languages.`)
      if (leadsBack(code, locales))
        throw invalid(`locales.${index}.fallback`, 'loop', `From ${code} the way leads back to it.`)
    })
    const own = locales.find(({ code }) => code === store.locale)
    if (!own) throw invalid('locales', 'missing', `The store’s own language, ${store.locale}, is missing.`)
    const after = [own, ...locales.filter((each) => each !== own)]
    await putLocales(ctx, after)
    ctx.audit({ subject: 'settings.locales', subjectId: ctx.storeId, before, after })
    return { items: after }
  },
})

function leadsBack(code: string, locales: { code: string; fallback: string | null }[]): boolean {
  const after = (from: string) => locales.find((each) => each.code === from)?.fallback ?? null
  let next = after(code)
  for (let steps = 0; next !== null && next !== code && steps < locales.length; steps++) next = after(next)
  return next === code
}
