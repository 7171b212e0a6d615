/** The account at a glance: where the latest orders are, and what is kept. */
import { Card, Page, TextLink } from '@quayside/ui'
import type { ReactNode } from 'react'
import { readSlot } from '../blocks/slot.ts'
import { pageContext } from '../context.ts'
import { KeepViewed } from '../offline/keep.tsx'
import { isUnderWay } from '../order-standing.ts'
import { AddressText } from '../parts/address-text.tsx'
import { Head } from '../parts/head.tsx'
import { OrderRow } from '../parts/order-row.tsx'
import { RecentlyViewed } from '../parts/recently-viewed.tsx'
import { Slot } from '../parts/slot.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import { forMembers } from '../protected.ts'
import { readViewed } from '../viewed.ts'
import type { Route } from './+types/account-home.ts'

const LATEST = 3 // orders

export const middleware = [forMembers]

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { customers, orders, wishlists } = page.store
  const [latest, book, lists, viewed, below] = await Promise.all([
    found(page, orders.list({ limit: LATEST })),
    found(page, customers.addresses.list({})),
    found(page, wishlists.lists.list({})),
    readViewed(page),
    readSlot(page, 'account.below'),
  ])
  const usual = book.items.find(({ isDefault }) => isDefault) ?? book.items[0] ?? null
  const form = usual && (await found(page, customers.addressForms.get({ country: usual.country })))
  return { orders: latest.items, usual, format: form?.format ?? '', lists: lists.items, viewed, below }
}

export default function AccountHome({ loaderData }: Route.ComponentProps) {
  const { orders, usual, format, lists, viewed, below } = loaderData
  const { myAccount: words, orders: ordersWords, byNumber } = useWords()
  const { name } = useFrame()
  return (
    <Page title={words.hello(name ?? '')}>
      <Head title={words.title} hidden />
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
        <section>
          <Heading all={{ label: words.allOrders, href: paths.myOrders() }}>{words.latest}</Heading>
          {orders.length === 0 ? (
            <p className="text-quiet">{ordersWords.emptyText}</p>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {orders.map((order, at) => (
                <OrderRow key={order.id} order={order} live={at < 2 && isUnderWay(order)} />
              ))}
            </ul>
          )}
          <p className="mt-4 text-sm">
            <TextLink href={paths.orderByNumber()}>{byNumber.link}</TextLink>
          </p>
        </section>
        <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-1">
          <Card>
            <Heading all={{ label: words.allAddresses, href: paths.addresses() }}>
              {words.usualAddress}
            </Heading>
            {usual ? (
              <AddressText address={usual} format={format} />
            ) : (
              <p className="text-quiet">{words.noAddress}</p>
            )}
          </Card>
          <Card>
            <Heading all={{ label: words.allLists, href: paths.lists() }}>{words.lists}</Heading>
            {lists.length === 0 ? (
              <p className="text-quiet">{words.noLists}</p>
            ) : (
              <ul>
                {lists.slice(0, LATEST).map((list) => (
                  <li key={list.id} className="flex justify-between gap-4">
                    <TextLink href={paths.list(list.id)} className="min-w-0 truncate">
                      {list.name}
                    </TextLink>
                    <span className="shrink-0 text-quiet">{words.things(list.itemCount)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
      <Slot of={below} />
      <RecentlyViewed products={viewed} className="mt-16" />
      <KeepViewed products={viewed} />
    </Page>
  )
}

function Heading({ all, children }: { all: { label: string; href: string }; children: ReactNode }) {
  return (
    <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
      <h2 className="text-lg font-semibold">{children}</h2>
      <TextLink href={all.href} className="text-sm">
        {all.label}
      </TextLink>
    </div>
  )
}
