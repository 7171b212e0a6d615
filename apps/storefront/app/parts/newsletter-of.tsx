/** The newsletter in the account: where it goes, with the button that ends it; or the one that asks for it. */
import { Button } from '@quayside/ui'
import { paths } from '../paths.ts'
import { Form } from './form.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = {
  account: string
  /** Null: as far as the account knows, nowhere. */
  goesTo: string | null
}

export function NewsletterOf({ account, goesTo }: Props) {
  const words = useWords().newsletter
  const { shop } = useFrame()
  return (
    <section className="mt-12 max-w-md border-t border-line pt-8">
      <h2 className="font-semibold">{words.title}</h2>
      <p className="mt-1 mb-4 text-quiet">{goesTo ? words.goesTo(goesTo) : words.mineLead(account)}</p>
      <Form method="post" action={paths.newsletter()}>
        {goesTo ? (
          <input type="hidden" name="mine" value="end" />
        ) : (
          <input type="hidden" name="email" value={account} />
        )}
        <Button look="secondary">{goesTo ? words.end : words.ask}</Button>
      </Form>
      {!goesTo && <p className="mt-2 text-sm text-quiet">{words.wording(shop)}</p>}
    </section>
  )
}
