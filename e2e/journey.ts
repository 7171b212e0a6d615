/**
 * What every journey has: a store of its file, visitors with browsers of their own, and an eye on those browsers.
 *
 * Whatever a page complains of in the console fails the journey: script errors, refusals by the content security
 * policy, files that are missing. Only the statuses of documents and forms are let pass; journeys look at those
 * themselves.
 */
/* oxlint-disable no-empty-pattern -- Playwright reads what a fixture needs from this pattern, even an empty one. */
import {
  expect,
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test'
import { TAKEN_OVER } from '../apps/storefront/app/taken-over.ts'
import { chromium, missing } from './chromium.ts'
import { stocked } from './stocked.ts'
import { startStore, type Mail, type Store } from './store.ts'
import { FAILED } from './mails.ts'

export { expect }
export type { BrowserContext, Locator, Page, Store }

type Fixtures = {
  faults: string[]
  /** A further visitor, with a browser of their own. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>
}

let open: Store | undefined

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(open?.url),
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'what the pages complained of').toEqual([])
  },
  context: async ({ context, faults, javaScriptEnabled }, use) => {
    watch(context, faults)
    if (javaScriptEnabled) takeTime(context)
    await use(context)
  },
  visitor: async ({ browser, contextOptions, faults, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...options })
      contexts.push(context)
      watch(context, faults)
      if (options.javaScriptEnabled ?? javaScriptEnabled) takeTime(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

type OfThisFile = {
  browser?: boolean
  /** Settings of the store besides its own, known when the file begins. */
  settings?: () => Promise<Record<string, string>>
  /** Whether the smaller copies of the shop's pictures are made meanwhile: minutes of one core, which the journeys need. */
  copies?: boolean
}

/** Opens a store for the journeys of this file; what needs a browser is left out, by name, where there is none. */
export function storeOfThisFile({ browser = true, settings, copies = false }: OfThisFile = {}): () => Store {
  test.skip(browser && chromium === null, missing)
  test.beforeAll(async () => {
    open = await startStore(await settings?.(), copies ? undefined : stocked())
  })
  test.afterAll(async () => {
    if (!open) return
    const store = open
    open = undefined
    const mails = await store.mailsTo()
    await store.close()
    expect(store.errors(), 'errors in the log of the store').toEqual([])
    expect(repeated(mails), 'mails that were sent twice').toEqual([])
  })
  return () => open!
}

/** A payment can fail twice; everything else is told once. */
function repeated(mails: Mail[]): string[] {
  const told = mails
    .filter(({ subject }) => !FAILED.test(subject))
    .map((mail) => `${mail.to}: ${mail.subject}`)
  return told.filter((each, index) => told.indexOf(each) !== index)
}

function watch(context: BrowserContext, faults: string[]): void {
  context.on('console', (message) => {
    if (message.type() !== 'error' && !/content security policy|hydrat/i.test(message.text())) return
    const { url } = message.location()
    if (isRefusal(message.text()) && !/\/(assets|files)\//.test(url)) return
    faults.push(`${message.text()} (${url}, on ${message.page()?.url()})`)
  })
  context.on('weberror', (error) => faults.push(`${error.error().message} (on ${error.page()?.url()})`))
}

/** Who comes to a page looks at it first; who presses before its script is there is led on as without it. */
function takeTime(context: BrowserContext): void {
  context.on('page', (page) => {
    const goto = page.goto.bind(page)
    page.goto = async (address, options) => {
      const answer = await goto(address, options)
      if (options?.waitUntil !== 'domcontentloaded') await page.waitForFunction(isTakenOver, TAKEN_OVER)
      return answer
    }
  })
}

/** Asked in the browser: pages of others are what they are. */
function isTakenOver(mark: string): boolean {
  const { document } = globalThis as unknown as { document: { documentElement: { dataset: object } } }
  return !('words' in document.documentElement.dataset) || performance.getEntriesByName(mark).length > 0
}

/** The browser notes every status from 400 on; a refused form or a missing page is no fault of the page. */
const isRefusal = (text: string) =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text)
