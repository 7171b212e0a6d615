/** The answer at an old address: where the page is now, with all that was asked of it. */
import { redirect } from 'react-router'

export const movedTo = (path: string, request: Request): Response =>
  redirect(path + new URL(request.url).search, 301)
