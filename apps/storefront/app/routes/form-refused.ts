/** Where forms end that were not sent by a page of ours. */
import { formRefused } from '../own-form.ts'

export function loader() {
  throw formRefused()
}

export default function FormRefused() {
  return null
}
