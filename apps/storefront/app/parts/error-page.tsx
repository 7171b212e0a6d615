/** What is shown instead of a page: not found, or broken, with the number to quote. */
import { Container, ErrorState, LinkButton } from '@quayside/ui'
import { isRouteErrorResponse } from 'react-router'
import { FORM_REFUSED } from '../form.ts'
import { paths } from '../paths.ts'
import { useWords } from './use-words.ts'

type Props = { error: unknown; traceId?: string | undefined }

const KINDS = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  410: 'gone',
  429: 'tooMany',
  503: 'away',
} as const

const kindOf = (status: number, code: string | undefined) =>
  code === FORM_REFUSED ? 'form' : (KINDS[status as keyof typeof KINDS] ?? 'broken')

export function ErrorPage({ error, traceId }: Props) {
  const words = useWords()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const told = isRouteErrorResponse(error)
    ? (error.data as { traceId?: string; code?: string; retryAfterSeconds?: number } | null)
    : null
  const text = words.errors[kindOf(status, told?.code)]
  const id = told?.traceId ?? traceId
  return (
    <Container>
      <title>{text.title}</title>
      <meta name="robots" content="noindex" />
      <ErrorState
        status={words.errors.number(status)}
        title={text.title}
        reference={id ? { label: words.errors.reference, id } : undefined}
        action={
          <>
            <LinkButton href={paths.home()}>{words.errors.toHome}</LinkButton>
            <LinkButton href={paths.products()} look="secondary">
              {words.errors.toProducts}
            </LinkButton>
          </>
        }
      >
        <p>{typeof text.advice === 'function' ? text.advice(told?.retryAfterSeconds ?? 10) : text.advice}</p>
      </ErrorState>
    </Container>
  )
}
