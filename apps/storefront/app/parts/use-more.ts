/**
 * More of a list below what is there. What was added is remembered for its entry of the history, so that whoever
 * comes back from a product finds the same place.
 */
import { useEffect, useState } from 'react'
import { useFetcher, useLocation } from 'react-router'
import type { List } from '../list.ts'

type More = Pick<List, 'items' | 'highlights' | 'next'>

/** Of this tab since it was opened; an entry of the history has a key of its own. */
const remembered = new Map<string, More>()

/** `read` takes the list from what the page at an address answers. */
export function useMore<Page>(list: List, read: (page: Page) => List) {
  const { key } = useLocation()
  const fetcher = useFetcher<unknown>()
  const [more, setMore] = useState<{ list: List; added: More | null }>(() => ({
    list,
    added: remembered.get(key) ?? null,
  }))
  // Another list is another page: nothing was added to it yet.
  const current = more.list === list ? more : { list, added: remembered.get(key) ?? null }
  useEffect(() => {
    if (!fetcher.data || fetcher.state !== 'idle') return
    const page = read(fetcher.data as Page)
    setMore((before) => {
      const { added } = before.list === list ? before : { added: remembered.get(key) ?? null }
      if (page.query.after !== (added ?? list).next) return before
      const next = {
        items: [...(added?.items ?? []), ...page.items],
        highlights: [...(added?.highlights ?? []), ...page.highlights],
        next: page.next,
      }
      remembered.set(key, next)
      return { list, added: next }
    })
  }, [fetcher.data, fetcher.state, key, list, read])
  return {
    items: [...list.items, ...(current.added?.items ?? [])],
    highlights: [...list.highlights, ...(current.added?.highlights ?? [])],
    next: current.added ? current.added.next : list.next,
    loading: fetcher.state !== 'idle',
    load: (href: string) => void fetcher.load(href),
  }
}
