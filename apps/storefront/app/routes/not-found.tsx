/** Any address that is no page of the shop; an old one may lead on. */
import { data } from 'react-router'
import { pageContext } from '../context.ts'
import { notFound } from '../problem.ts'
import type { Route } from './+types/not-found.ts'

export const loader = async ({ context }: Route.LoaderArgs) => {
  throw await notFound(context.get(pageContext))
}

export const action = () => {
  throw data(null, { status: 404 })
}

export default function NotFound() {
  return null
}
