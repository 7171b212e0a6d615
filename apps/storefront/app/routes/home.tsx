/** The front door. */
import { Page } from '@quayside/ui'

export default function Home() {
  return <Page title="Home">…</Page>
}
