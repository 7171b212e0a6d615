/**
 * Whether a form is one of our pages': the browser says that it comes from here, and it says the token of the browser's cookie.
 *
 * Asked of every POST, before any page's action.
 */
import { data } from 'react-router'
import type { PageContext } from './context.ts'
import { FORM_REFUSED } from './form.ts'
import { paths } from './paths.ts'

export const formRefused = () => data({ code: FORM_REFUSED }, { status: 403 })

/** The request itself, or the same visitor asking for the page that says why not. */
export async function orRefusal(request: Request, page: PageContext): Promise<Request> {
  if (request.method !== 'POST' || (await isOwn(request, page))) return request
  page.refused = true
  const { pathname } = new URL(request.url)
  if (pathname.endsWith('.data')) return request // the router's own script understands an error only where it asked
  const headers = new Headers(request.headers)
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  return new Request(new URL(page.base + paths.formRefused(), request.url), {
    headers,
    signal: request.signal,
  })
}

async function isOwn(request: Request, page: PageContext): Promise<boolean> {
  const { isFromHere, saysItIsFromHere, formToken } = page
  if (!isFromHere) return false
  if (formToken === null) return true // the store is away, and the page's action will say so
  const form = await request
    .clone()
    .formData()
    .catch(() => null)
  const said = form?.get('formToken')
  return said === '' ? saysItIsFromHere : said === formToken
}
