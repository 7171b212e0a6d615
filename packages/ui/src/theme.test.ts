/** The colours of the theme, worked out as a browser would from the tokens: whatever is read stands out enough. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

type Lab = [lightness: number, a: number, b: number]

const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8')
const tokensIn = (rule: string) =>
  Object.fromEntries(
    [...rule.matchAll(/--([\w-]+):\s*((?:oklch|color-mix)\([^;]*\));/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
const rule = (selector: string) => {
  const at = css.indexOf(`${selector} {`)
  assert.notEqual(at, -1, `no rule for ${selector}`)
  return css.slice(at, css.indexOf('\n}', at))
}
const derived = tokensIn(css.slice(css.indexOf('/* Derived'), css.indexOf('@theme')))
const light = { ...tokensIn(rule(':root')), ...derived }
const dark = { ...tokensIn(rule(`:root[data-theme='dark']`)), ...derived }

/** `oklch(…)`, `var(--x)`, or `color-mix(in oklab, … n%, …)`, which is all that the theme says. */
function colour(said: string, tokens: Record<string, string>): Lab {
  const named = /^var\(--([\w-]+)\)$/.exec(said)
  if (named) return colour(tokens[named[1]!]!, tokens)
  const mixed = /^color-mix\(in oklab, (.+) ([\d.]+)%, (.+)\)$/.exec(said)
  if (mixed) {
    const [one, other] = [colour(mixed[1]!, tokens), colour(mixed[3]!, tokens)]
    const share = Number(mixed[2]) / 100
    return one.map((value, index) => value * share + other[index]! * (1 - share)) as Lab
  }
  const [lightness, chroma, hue] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/
    .exec(said)!
    .slice(1)
    .map(Number) as Lab
  const angle = (hue * Math.PI) / 180
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]
}

/** WCAG's relative luminance, of the colour as a screen of sRGB shows it. */
function luminance([lightness, a, b]: Lab): number {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  const [r, g, bl] = [red, green, blue].map((value) => Math.min(1, Math.max(0, value))) as Lab
  return 0.2126 * r + 0.7152 * g + 0.0722 * bl
}

function contrast(one: string, other: string, tokens: Record<string, string>): number {
  const [more, less] = [one, other]
    .map((name) => luminance(colour(`var(--${name})`, tokens)))
    .toSorted((x, y) => y - x)
  return (more! + 0.05) / (less! + 0.05)
}

const READ = 4.5
const SEEN = 3 // the borders of controls
const pairs: [text: string, on: string[], atLeast: number][] = [
  ['ink', ['paper', 'tint', 'shade', 'accent-tint', 'good-tint', 'warn-tint', 'bad-tint'], READ],
  ['ink-soft', ['paper', 'tint', 'shade'], READ],
  ['quiet', ['paper', 'tint', 'shade'], READ],
  ['accent', ['paper', 'tint', 'accent-tint'], READ],
  ['on-accent', ['accent', 'accent-strong'], READ],
  ['good', ['paper', 'good-tint'], READ],
  ['warn', ['paper', 'warn-tint'], READ],
  ['bad', ['paper', 'bad-tint'], READ],
  ['edge', ['paper'], SEEN],
]

for (const [name, tokens] of Object.entries({ light, dark }))
  test(`every text of the ${name} theme stands out from what it is on`, () => {
    const faint = pairs.flatMap(([text, grounds, atLeast]) =>
      grounds
        .map((ground) => [`${text} on ${ground}`, contrast(text, ground, tokens)] as const)
        .filter(([, found]) => found < atLeast)
        .map(([what, found]) => `${what}: ${found.toFixed(2)} of ${atLeast}`),
    )
    assert.deepEqual(faint, [])
  })

test('a theme is a handful of tokens: all other colours derive from them', () => {
  const own = [...rule(':root').matchAll(/--([\w-]+):/g)].map(([, name]) => name!)
  assert.deepEqual(own, ['paper', 'ink', 'accent', 'on-accent', 'radius', 'typeface', 'titleface'])
  const loose = Object.entries(derived).filter(([, value]) => !value.includes('var(--'))
  assert.deepEqual(loose, [])
})
