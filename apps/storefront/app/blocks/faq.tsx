/** Questions that open on demand. */
import { Disclosure } from '@quayside/ui'
import type { BlockOf } from '../store.ts'
import { RunningText } from './running-text.tsx'
import { Section } from './section.tsx'

export function Faq({ of: { title, questions } }: { of: BlockOf<'faq'> }) {
  return (
    <Section title={title} width="text">
      <div className="border-t border-line">
        {questions.map(({ question, answer }) => (
          <Disclosure key={question} title={<span dir="auto">{question}</span>}>
            <RunningText of={answer} />
          </Disclosure>
        ))}
      </div>
    </Section>
  )
}
