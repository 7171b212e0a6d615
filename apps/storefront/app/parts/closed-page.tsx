/** In place of every page while the shop is closed to its visitors. */
import { Container, Icon, TextLink } from '@quayside/ui'
import { paths } from '../paths.ts'
import { useWords } from './use-words.ts'

export function ClosedPage({ text }: { text: string }) {
  const words = useWords().announcements
  return (
    <Container width="text" className="grid justify-items-center gap-5 py-24 text-center">
      <title>{words.closed}</title>
      <meta name="robots" content="noindex" />
      <Icon name="clock" className="size-10 text-accent" />
      <h1 className="text-title font-semibold">{words.closed}</h1>
      {text && (
        <p dir="auto" className="text-lg text-quiet">
          {text}
        </p>
      )}
      <p className="text-quiet">{words.nothingLost}</p>
      <TextLink href={paths.login()}>{words.forStaff}</TextLink>
    </Container>
  )
}
