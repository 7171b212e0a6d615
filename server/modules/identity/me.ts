/** Who the caller is, as far as the store knows. */
import { query, Nothing } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Nullable, OneOf, shape } from '#kit/types.ts'
import { personById } from './person.ts'
import { Person } from './session.ts'

export const Me = shape('Me', { kind: OneOf('anonymous', 'guest', 'person'), person: Nullable(Person) })

export const me = query({
  id: 'identity.me',
  summary: 'Who am I?',
  rest: 'GET /me',
  audience: 'shop',
  whenClosed: true,
  access: visitor,
  input: Nothing,
  output: Me,
  async run(_, ctx) {
    if (ctx.actor.kind === 'person')
      return { kind: 'person' as const, person: await personById(ctx, ctx.actor.personId) }
    return { kind: ctx.actor.kind === 'guest' ? ('guest' as const) : ('anonymous' as const), person: null }
  },
})
