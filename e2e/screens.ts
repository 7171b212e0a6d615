/**
 * Draws the pictures in `docs/screens`: `node e2e/screens.ts`, on a store and in a browser of its own.
 *
 * `home.png` is the README's. `node e2e/screens.ts --all folder` draws every page in every width, light and dark, to
 * be looked through.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium as playwrights, type Page } from '@playwright/test'
import sharp from 'sharp'
import { chromium, flags, missing } from './chromium.ts'
import { CONFIRMED } from './mails.ts'
import * as shopper from './shopper.ts'
import { startStore } from './store.ts'
import { mailsArrived, orderLinkIn } from './truth.ts'

const KEPT = `
  home-1280-dark home-360-light list-1280-light list-768-dark list-360-light
  product-1280-light product-768-light product-360-dark cart-1280-light cart-360-light
  checkout-1280-light checkout-360-light payment-768-light payment-360-dark thanks-1280-light
  order-1280-light order-360-dark login-768-dark not-found-1280-light`
  .trim()
  .split(/\s+/)
const HEIGHTS = { 360: 740, 768: 1024, 1280: 860 }

const all = process.argv[2] === '--all'
const folder = resolve(all ? process.argv[3]! : join(import.meta.dirname, '../docs/screens'))

type Shoot = (name: string) => Promise<void>

async function walk(page: Page, mailOf: (buyer: shopper.Buyer) => Promise<string>, shoot: Shoot) {
  const buyer = shopper.someone()
  await page.goto('/')
  await shoot('home')
  await page.goto('/c/ceramics')
  await shoot('list')
  await page.goto('/p/tide-mug?variant=QS-TIDE-SEA-L')
  await shoot('product')
  await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-SEA-L')
  await shopper.fillCart(page, '/p/moon-vase?variant=QS-MOON-CHALK-S')
  await page.goto('/cart')
  await shoot('cart')
  await shopper.goToCheckout(page)
  await shopper.fillIn(page, buyer)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: /^Order and pay/ }).waitFor()
  await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
  await shoot('checkout')
  await page.getByRole('button', { name: /^Order and pay/ }).click()
  await page.getByRole('group', { name: 'What should happen?' }).waitFor()
  await shoot('payment')
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await shoot('thanks')
  await page.goto(await mailOf(buyer))
  await shoot('order')
  await page.goto('/login')
  await shoot('login')
  await page.goto('/no/such/page')
  await shoot('not-found')
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

if (!chromium) throw new Error(missing)
mkdirSync(folder, { recursive: true })
const store = await startStore()
const browser = await playwrights.launch({ executablePath: chromium, args: flags })
const mailOf = async ({ email }: shopper.Buyer) =>
  orderLinkIn((await mailsArrived(store, email, [CONFIRMED]))[0]!)
try {
  for (const [width, height] of Object.entries(HEIGHTS))
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        baseURL: store.url,
        viewport: { width: Number(width), height },
        colorScheme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
      })
      const page = await context.newPage()
      await walk(page, mailOf, async (name) => {
        const full = `${name}-${width}-${colorScheme}`
        if (!all && !KEPT.includes(full)) return
        writeFileSync(join(folder, `${full}.webp`), await webp(await still(page)))
      })
      if (!all && width === '1280' && colorScheme === 'light') {
        await page.setViewportSize({ width: 1280, height: 1240 })
        await page.goto('/')
        writeFileSync(join(folder, 'home.png'), await png(await still(page)))
      }
      await context.close()
    }
} finally {
  await browser.close()
  await store.close()
}
