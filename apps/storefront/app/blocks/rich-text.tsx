/** Running text, with a heading or without. */
import type { BlockOf } from '../store.ts'
import { RunningText } from './running-text.tsx'
import { Section } from './section.tsx'

export function RichText({ of: { title, body } }: { of: BlockOf<'rich_text'> }) {
  return (
    <Section title={title} width="text">
      <RunningText of={body} />
    </Section>
  )
}
