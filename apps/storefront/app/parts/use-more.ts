/**
 * More of a list below what is there. What was added is remembered for its entry of the history, so that whoever
 * comes back from a product finds the same place.
 */
import { useEffect, useState } from 'react'
import { useFetcher, useLocation } from 'react-router'
import type { List } from '../list.ts'

/** `after` is where the list itself ended. */
type More = Pick<List, 'items' | 'highlights' | 'next'> & { after: string | null }

/** Of this tab since it was opened; an entry of the history has a key of its own. */
const remembered = new Map<string, More>()

/** `read` takes the list from what the page at an address answers. */
export function useMore<Page>(list: List, read: (page: Page) => List) {
  const { key } = useLocation()
  const fetcher = useFetcher<unknown>()
  const [kept, keep] = useState<{ list: List; added: More | null }>({ list, added: null })
  // Another list is another page: nothing of this one belongs to it.
  const before = (kept.list === list ? kept.added : null) ?? recalled(key, list)
  const page = fetcher.data ? read(fetcher.data as Page) : null
  const added = page && page.query.after === (before ?? list).next ? joined(before, page, list.next) : before
  useEffect(() => {
    if (added) remembered.set(key, added)
  }, [key, added])
  return {
    items: [...list.items, ...(added?.items ?? [])],
    highlights: [...list.highlights, ...(added?.highlights ?? [])],
    next: (added ?? list).next,
    loading: fetcher.state !== 'idle',
    load(href: string) {
      keep({ list, added })
      void fetcher.load(href)
    },
  }
}

/** Nothing where the list has changed meanwhile, and ends elsewhere. */
function recalled(key: string, { next }: List): More | null {
  const more = remembered.get(key)
  return more?.after === next ? more : null
}

const joined = (before: More | null, page: List, after: string | null): More => ({
  after,
  items: [...(before?.items ?? []), ...page.items],
  highlights: [...(before?.highlights ?? []), ...page.highlights],
  next: page.next,
})
