/** Any address that is no page of the shop. */
import { data } from 'react-router'

export const loader = () => {
  throw data(null, { status: 404 })
}

export const action = loader

export default function NotFound() {
  return null
}
