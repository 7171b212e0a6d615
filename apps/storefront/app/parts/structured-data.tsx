/** What search engines read beside the page; nothing of it runs. Only the server says it: who made it is not sent to browsers. */
import { asScript, type Thing } from '../structured-data.ts'

type Props = {
  /** `null` in a browser, which leaves what the server wrote. */
  of: Thing | null
}

export const StructuredData = ({ of }: Props) => (
  <script
    type="application/ld+json"
    suppressHydrationWarning
    dangerouslySetInnerHTML={{ __html: of && import.meta.env.SSR ? asScript(of) : '{}' }}
  />
)
