/** Where a list is, or is about to be: what is ticked shows at once, while its products are still on their way. */
import { useLocation, useNavigate, useNavigation } from 'react-router'

export function useListAddress() {
  const here = useLocation()
  const { location: next } = useNavigation()
  const navigate = useNavigate()
  const ahead = next?.pathname === here.pathname ? next : here
  return {
    pathname: here.pathname,
    params: new URLSearchParams(ahead.search),
    pending: ahead !== here,
    /** The same page with these; what was scrolled to stays. */
    go: (params: URLSearchParams) =>
      void navigate({ pathname: here.pathname, search: params.toString() }, { preventScrollReset: true }),
  }
}
