/**
 * A page as others meet it: judged by axe in light and dark, and without sideways scrolling on a small phone.
 *
 * axe finds about half of what can be wrong; the keyboard journey and the eye look for the rest.
 */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from './journey.ts'

export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const RULES = [...WCAG, 'best-practice']
const COLOURS = ['color-contrast', 'link-in-text-block']
export const SMALL_PHONE = { width: 360, height: 740 }
/** A desk at 400 %, which is where WCAG asks for no scrolling sideways. */
const ZOOMED = { width: 320, height: 256 }
const DESK = { width: 1280, height: 800 }

/** Addresses of what was judged in this file. */
export const judged = new Set<string>()

export async function isFitForAll(
  page: Page,
  name: string,
  { size = DESK, rules = RULES } = {},
): Promise<void> {
  judged.add(decodeURIComponent(new URL(page.url()).pathname))
  await page.setViewportSize(size)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate('Promise.allSettled(document.getAnimations().map((each) => each.finished))')
    const axe = new AxeBuilder({ page })
    // Only colours differ in the dark.
    const asked = colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(COLOURS)
    const { violations } = await asked.analyze()
    for (const { id, help, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${name}, ${colorScheme}: ${id} (${help}) at ${target.join(' ')}: ${failureSummary}`)
  }
  const isWiderThan = async (what: string, { width }: typeof DESK) => {
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) found.push(`${name} is ${wide} px wide ${what} of ${width}`)
  }
  await page.setViewportSize(SMALL_PHONE)
  await isWiderThan('on a phone', SMALL_PHONE)
  await page.setViewportSize(ZOOMED)
  await isWiderThan('at 400 % in a window', ZOOMED)
  await page.setViewportSize(DESK)
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
  await isWiderThan('with its text at 200 % in a window', DESK)
  await page.evaluate(`document.documentElement.style.fontSize = ''`)
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: null })
  expect.soft(found).toEqual([])
}
