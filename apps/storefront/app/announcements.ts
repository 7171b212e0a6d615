/** Which announcements a visitor has put away: a cookie with the newest few of their ids. */
const YEAR = 31_536_000 // seconds
const KEPT = 10

/** A uuid without its hyphens would do as well; it is kept as it is. */
const ID = /^[0-9a-f-]{36}$/

export const putAway = (request: Request): string[] =>
  (/(?:^|;\s*)told=([0-9a-f.-]*)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '')
    .split('.')
    .filter((id) => ID.test(id))

export function putAwayCookie(request: Request, id: string): string | null {
  if (!ID.test(id)) return null
  const ids = [id, ...putAway(request).filter((each) => each !== id)].slice(0, KEPT)
  return `told=${ids.join('.')}; Path=/; Max-Age=${YEAR}; SameSite=Lax`
}
