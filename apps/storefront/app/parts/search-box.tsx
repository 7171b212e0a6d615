/**
 * The search of the shop. With script it offers what might be meant while somebody types, and what was sought before;
 * without, it is the form it looks like.
 */
import { cx, Icon, Picture, Price } from '@quayside/ui'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import { paths } from '../paths.ts'
import { forgetSearches, noteSearch, pastSearches } from '../past-searches.ts'
import { offered, type Offer } from '../search-offers.ts'
import type { Suggestions } from '../store.ts'
import { Form } from './form.tsx'
import { useScript } from './use-script.ts'
import { useWords } from './use-words.ts'

const PAUSE = 150 // ms without a key before the shop is asked

export function SearchBox({ sought }: { sought: string }) {
  const words = useWords()
  const isReady = useScript()
  const [typed, type] = useState(sought)
  const [past, setPast] = useState<string[]>([])
  const [isOpen, open] = useState(false)
  const [at, move] = useState(-1)
  const fetcher = useFetcher<Suggestions>()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    if (sought) noteSearch(sought)
  }, [sought])
  const q = typed.trim()
  const { load } = fetcher
  useEffect(() => {
    if (!isOpen || q === '') return
    const timer = setTimeout(() => void load(paths.suggest({ q })), PAUSE)
    return () => clearTimeout(timer)
  }, [isOpen, q, load])
  const offers = offered(q, q === '' ? undefined : fetcher.data, past)
  const isShown = isOpen && offers.length > 0
  const show = () => {
    setPast(pastSearches())
    open(true)
  }
  const close = () => {
    open(false)
    move(-1)
  }
  const go = ({ href }: Offer) => {
    close()
    input.current?.blur()
    void navigate(href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault() // the words stay
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isShown) return show()
      const step = event.key === 'ArrowDown' ? 1 : -1
      // Past the last one comes what was typed, and then the first.
      move(((at + 1 + step + offers.length + 1) % (offers.length + 1)) - 1)
    } else if (event.key === 'Enter' && isShown && offers[at]) {
      event.preventDefault()
      go(offers[at])
    }
  }
  return (
    <Form role="search" action={paths.products()} onSubmit={close} className="relative">
      <Icon
        name="search"
        className="pointer-events-none absolute start-3 top-1/2 size-5 -translate-y-1/2 text-quiet"
      />
      <input
        ref={input}
        type="search"
        name="q"
        defaultValue={sought}
        aria-label={words.shell.search}
        placeholder={words.shell.search}
        maxLength={100}
        enterKeyHint="search"
        autoComplete="off"
        {...(isReady && {
          role: 'combobox',
          'aria-expanded': isShown,
          'aria-controls': `${id}-offers`,
          'aria-autocomplete': 'list',
          'aria-activedescendant': isShown && at >= 0 ? `${id}-${at}` : undefined,
        })}
        onFocus={show}
        onBlur={close}
        onClick={show}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget: { value } }) => {
          type(value)
          move(-1)
          open(true)
        }}
        className="block min-h-11 w-full rounded-control border border-edge bg-paper ps-10 pe-3 transition-colors placeholder:text-quiet hover:border-ink"
      />
      <button type="submit" className="sr-only">
        {words.shell.search}
      </button>
      {isShown && (
        <div
          onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-[70vh] overflow-y-auto rounded-panel border border-line bg-paper p-2 shadow-float"
        >
          <ul id={`${id}-offers`} role="listbox" aria-label={words.searching.offers}>
            {offers.map((offer, index) => (
              <li
                key={`${offer.kind} ${offer.href}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                onClick={() => go(offer)}
                onMouseMove={() => move(index)}
                className={cx(
                  'flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 py-1.5',
                  index === at && 'bg-shade',
                )}
              >
                <OfferLine offer={offer} />
              </li>
            ))}
          </ul>
          {q === '' && (
            <button
              type="button"
              tabIndex={-1}
              onClick={() => {
                forgetSearches()
                setPast([])
              }}
              className="mt-1 min-h-9 rounded-control px-2 text-sm text-quiet hover:text-ink hover:underline"
            >
              {words.searching.forget}
            </button>
          )}
        </div>
      )}
      <p role="status" className="sr-only">
        {isShown && words.searching.count(offers.length)}
      </p>
    </Form>
  )
}

function OfferLine({ offer }: { offer: Offer }) {
  const words = useWords().searching
  if (offer.kind === 'product')
    return (
      <>
        <span className="w-10 shrink-0 overflow-clip rounded-control bg-shade">
          {offer.picture && (
            <Picture of={offer.picture} decorative sizes="2.5rem" className="aspect-4/5 w-full" />
          )}
        </span>
        <span className="min-w-0 flex-1 truncate">{offer.label}</span>
        <Price of={offer.price} className="shrink-0 text-sm text-quiet" />
      </>
    )
  return (
    <>
      <Icon name={offer.kind === 'past' ? 'clock' : 'search'} className="size-4 shrink-0 text-quiet" />
      <span className="min-w-0 flex-1 truncate">{offer.label}</span>
      {offer.kind !== 'words' && (
        <span className="shrink-0 text-sm text-quiet">{words.kinds[offer.kind]}</span>
      )}
    </>
  )
}
