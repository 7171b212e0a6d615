/** Takes another market, with the cart, and goes back to where the visitor was; asks first when not all of the cart is sold there. */
import { Button, LinkButton, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { marketCookie, moveCart, notSoldThere } from '../market.ts'
import { Form } from '../parts/form.tsx'
import { Head } from '../parts/head.tsx'
import { MarketChoice } from '../parts/market-choice.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { ownPath, paths } from '../paths.ts'
import type { Route } from './+types/market.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const market = text(form, 'market')
  if (!/^[\w.-]{1,80}$/.test(market)) return redirect(ownPath(form.get('to')), 303)
  const problem = await moveCart(context.get(pageContext), { market, leaveOut: form.has('leaveOut') })
  if (problem) return refuse(problem, form)
  return redirect(ownPath(form.get('to')), { status: 303, headers: { 'Set-Cookie': marketCookie(market) } })
}

export default function MarketPage({ actionData }: Route.ComponentProps) {
  const words = useWords().market
  const { markets } = useFrame()
  const missing = actionData ? notSoldThere(actionData.problem) : []
  const wished = markets.find(({ code }) => code === actionData?.typed['market'])
  const to = ownPath(actionData?.typed['to'] ?? null)
  if (missing.length === 0 || !wished)
    return (
      <Page title={words.choose} width="text">
        <Head title={words.choose} hidden />
        <ProblemOf problem={actionData?.problem} />
        <MarketChoice />
      </Page>
    )
  return (
    <Page title={words.notAll} width="text">
      <Head title={words.notAll} hidden />
      <p>{words.notSold(wished.currency)}</p>
      <ul className="my-4 list-disc ps-5">
        {missing.map((name, index) => (
          <li key={index}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <div className="mt-8 flex flex-wrap gap-3">
        <Form method="post" action={paths.market()}>
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="market" value={wished.code} />
          <Button name="leaveOut" value="yes">
            {words.leaveOut}
          </Button>
        </Form>
        <LinkButton href={to} look="secondary">
          {words.stay}
        </LinkButton>
      </div>
    </Page>
  )
}
