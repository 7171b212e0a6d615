/** Every component of packages/ui in each of its states, for whoever builds pages; in demo mode only. */
import { Page, TextLink } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { Actions } from '../kit/actions.tsx'
import { Forms } from '../kit/forms.tsx'
import { Goods } from '../kit/goods.tsx'
import { Look } from '../kit/look.tsx'
import { Said } from '../kit/said.tsx'
import { Head } from '../parts/head.tsx'
import { found, notFound } from '../problem.ts'
import type { Route } from './+types/kit.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { demo } = await found(page, page.store.settings.storefront({}))
  if (!demo) throw await notFound(page)
  return null
}

export default function Kit() {
  return (
    <Page
      title="The kit"
      lead={
        <>
          What pages are built of. Header and footer stand around this page as around every other; the footer
          turns it light and dark, and it runs{' '}
          <TextLink href="/ar/dev/kit" outside>
            from right to left
          </TextLink>{' '}
          too.
        </>
      }
    >
      <Head title="The kit" hidden />
      <Look />
      <Actions />
      <Forms />
      <Goods />
      <Said />
    </Page>
  )
}
