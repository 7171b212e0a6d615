/** A checkout without a cart: the session ended, or there was none. What was typed is shown, so that it is not lost. */
import { EmptyState, LinkButton, Page } from '@quayside/ui'
import type { Typed } from '../form.ts'
import { paths } from '../paths.ts'
import { Head } from './head.tsx'
import { useWords } from './use-words.ts'

/** Null: nothing was sent, the page was only opened. */
export function CheckoutEnded({ typed }: { typed: Typed | null }) {
  const { basket, cart, checkout, shell } = useWords()
  const lines = Object.entries(typed ?? {}).filter(([name, value]) => value && isTold(name))
  const title = typed ? basket.endedTitle : cart.emptyTitle
  return (
    <Page title={checkout.title} width="text">
      <Head title={title} hidden />
      <div role={typed ? 'alert' : undefined}>
        <EmptyState
          icon={typed ? 'clock' : 'bag'}
          title={title}
          action={
            <>
              <LinkButton href={paths.login({ to: paths.checkout() })}>{shell.logIn}</LinkButton>
              <LinkButton href={paths.products()} look="secondary">
                {cart.startShopping}
              </LinkButton>
            </>
          }
        >
          <p>{typed ? basket.endedText : cart.emptyText}</p>
        </EmptyState>
      </div>
      {lines.length > 0 && (
        <section className="mx-auto max-w-md">
          <h2 className="mb-2 font-semibold">{basket.endedTyped}</h2>
          <ul className="rounded-panel border border-line p-4 select-all">
            {lines.map(([name, value]) => (
              <li key={name}>{value}</li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

const isTold = (name: string) => name === 'email' || /^(shipping|billing)Address\.(?!country)/.test(name)
