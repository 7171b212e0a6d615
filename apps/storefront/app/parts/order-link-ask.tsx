/**
 * An order that does not open: its link has run out, or was cut short. A fresh one is sent to the order's own address.
 *
 * The page and its answer are the same whether there is such an order or not.
 */
import { Button, Notice, Page, TextLink } from '@quayside/ui'
import { useNavigation } from 'react-router'
import { Form } from './form.tsx'
import { Head } from './head.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useWords } from './use-words.ts'
import { paths } from '../paths.ts'
import type { StoreProblem } from '../problem.ts'

export function OrderLinkAsk({ sent, problem }: { sent: boolean; problem: StoreProblem | null }) {
  const words = useWords().orderLink
  const busy = useNavigation().formMethod === 'POST'
  return (
    <Page title={words.title} lead={words.lead}>
      <Head title={words.title} hidden />
      <ProblemOf problem={problem} />
      {sent ? (
        <Notice tone="good" title={words.sentTitle}>
          <p>{words.sentText}</p>
        </Notice>
      ) : (
        <Form method="post" className="max-w-prose space-y-4">
          <p>{words.text}</p>
          <Button name="intent" value="link" busy={busy}>
            {words.send}
          </Button>
        </Form>
      )}
      <p className="mt-8 text-quiet">
        {words.haveAccount} <TextLink href={paths.login()}>{words.logIn}</TextLink>
      </p>
    </Page>
  )
}
