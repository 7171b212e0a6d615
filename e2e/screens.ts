/**
 * Draws the pictures in `docs/screens`: `node e2e/screens.ts`, on a store and in a browser of its own; `home.png` is the
 * README's. `node e2e/screens.ts --of folder` takes the shop of a store that was closed, whose pictures are ready.
 *
 * Twelve screens, each on a phone, a tablet and a desk, in light and dark, in English and from right to left. What leads
 * to them is done once; then each is only looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  chromium as playwrights,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import sharp from 'sharp'
import { chromium, flags, missing } from './chromium.ts'
import { CONFIRMED } from './mails.ts'
import * as shopper from './shopper.ts'
import { startStore, type Store } from './store.ts'
import { mailsArrived, orderLinkIn } from './truth.ts'

const HEIGHTS = { 360: 740, 768: 1024, 1280: 860 }
const LOCALES = { en: '', ar: '/ar' }
const folder = join(import.meta.dirname, '../docs/screens')

type Visitor = BrowserContextOptions['storageState']
/** Where each screen is. */
type Screens = Record<string, { path: string; inArabic?: string }>

const ANYBODY: Screens = {
  home: { path: '/' },
  list: { path: '/c/ceramics' },
  search: { path: '/products?q=mug', inArabic: '/products?q=كوب' },
  product: { path: '/p/tide-mug?variant=QS-TIDE-SEA-L' },
  journal: { path: '/journal' },
  post: { path: '/journal/a-day-at-the-kiln' },
  login: { path: '/login' },
  'not-found': { path: '/no/such/page' },
}

/** Somebody with a full cart, up to the till. */
async function atTheTill(page: Page): Promise<Visitor> {
  await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-SEA-L')
  await shopper.fillCart(page, '/p/moon-vase?variant=QS-MOON-CHALK-S')
  return page.context().storageState()
}

/** Somebody who has ordered and paid. */
async function paid(page: Page, buyer: shopper.Buyer, store: Store): Promise<Screens> {
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  const { pathname, search } = new URL(page.url())
  const order = new URL(orderLinkIn((await mailsArrived(store, buyer.email, [CONFIRMED]))[0]!))
  return {
    thanks: { path: pathname + search },
    order: { path: order.pathname + order.search },
  }
}

const webp = (picture: Buffer) => sharp(picture).webp({ quality: 82, effort: 6 }).toBuffer()
/** Few colours do for pages as flat as these. */
const png = (picture: Buffer) =>
  sharp(picture).png({ palette: true, colours: 64, dither: 0.5, effort: 10 }).toBuffer()

async function still(page: Page): Promise<Buffer> {
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
  return page.screenshot()
}

/** One visitor's screens: the first visit brings the shop's faces, which nobody waits for. */
async function draw(browser: Browser, baseURL: string, screens: Screens, as?: Visitor): Promise<void> {
  for (const [width, height] of Object.entries(HEIGHTS))
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [locale, base] of Object.entries(LOCALES)) {
        const context = await browser.newContext({
          baseURL,
          viewport: { width: Number(width), height },
          colorScheme,
          reducedMotion: 'reduce',
          serviceWorkers: 'block',
          locale,
          ...(as && { storageState: as }),
        })
        const page = await context.newPage()
        await page.goto(base || '/')
        for (const [name, { path, inArabic }] of Object.entries(screens)) {
          const there = (base && inArabic) || path
          await page.goto(base + (there === '/' && base ? '' : there))
          const picture = await webp(await still(page))
          writeFileSync(join(folder, `${name}-${width}-${colorScheme}-${locale}.webp`), picture)
        }
        await context.close()
      }
}

if (!chromium) throw new Error(missing)
mkdirSync(folder, { recursive: true })
const [, , of, shop] = process.argv
const store = await startStore({}, of === '--of' ? shop : undefined)
const browser = await playwrights.launch({ executablePath: chromium, args: flags })
try {
  const newcomer = () =>
    browser.newPage({ baseURL: store.url, viewport: { width: 1280, height: 860 }, locale: 'en-GB' })
  const buyer = shopper.someone()
  const page = await newcomer()
  await draw(browser, store.url, ANYBODY)
  const full = await atTheTill(await newcomer())
  await draw(browser, store.url, { cart: { path: '/cart' }, checkout: { path: '/checkout' } }, full)
  const bought = await paid(page, buyer, store)
  await draw(browser, store.url, bought, await page.context().storageState())
  await page.setViewportSize({ width: 1280, height: 1240 })
  await page.goto('/')
  writeFileSync(join(folder, 'home.png'), await png(await still(page)))
} finally {
  await browser.close()
  await store.close()
}
