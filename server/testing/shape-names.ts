/** Names that clash: with what a surface needs for itself, with what is made from an operation, with each other. */
import { commonFailures } from '#kit/failure.ts'
import { pascal } from '#kit/text.ts'
import { SCALARS, inputName } from '../surfaces/graphql-sdl.ts'
import { vocabularyOf, type Projected, type Vocabulary } from '../surfaces/vocabulary.ts'

export type Say = (path: string, what: string) => void

/** Names that a surface or the client needs for itself. */
export const RESERVED = new Set(
  `${Object.keys(SCALARS).join(' ')} Query Mutation Subscription Int Float String Boolean ID Id Client Custom Problem
  ServerProblem ProblemOf FailuresOf CallOptions StreamOptions Promise Record Timestamp Struct`.split(/\s+/),
)

/** Names that are fine by themselves and meet only in the whole. */
export function checkNames(app: Projected, say: Say): void {
  try {
    const vocabulary = vocabularyOf(app)
    const shapes = [...vocabulary.outputs.keys(), ...vocabulary.inputs.keys()]
    const made = new Map<string, string>()
    for (const name of vocabulary.words.keys()) made.set(name, 'a list of words')
    for (const { id, failures } of vocabulary.operations) {
      made.set(`${pascal(id)}Request`, `the request of ${id}`)
      made.set(`${pascal(id)}Input`, `the input of ${id}`)
      made.set(`${pascal(id.split('.')[0]!)}Service`, 'a service')
      for (const { code } of failures) made.set(`${pascal(code)}Problem`, `the problem ${code}`)
    }
    for (const { code } of commonFailures) made.set(`${pascal(code)}Problem`, `the problem ${code}`)
    for (const name of vocabulary.inputs.keys())
      if (inputName(name) !== name) made.set(inputName(name), `${name} as an input`)
    for (const name of new Set(shapes)) if (made.has(name)) say(name, `is a shape and also ${made.get(name)}`)
    for (const name of vocabulary.words.keys())
      if (RESERVED.has(name)) say(name, 'is a list of words whose name a surface needs for itself')
    checkEdgeNames(vocabulary, say)
  } catch (error) {
    say('names', (error as Error).message)
  }
}

function checkEdgeNames({ edges, outputs }: Vocabulary, say: Say): void {
  for (const [name, list] of edges) {
    const from = outputs.get(name)
    const own = from?.kind === 'object' ? from.fields.map((field) => field.name) : []
    for (const edge of list)
      if (own.includes(edge.name)) say(`edge ${name}.${edge.name}`, 'has the name of a field')
  }
}
