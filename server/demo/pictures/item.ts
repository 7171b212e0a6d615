/** A thing that can be set down: what it looks like, and what it does to the floor. */
import { blurred, ellipse, group, moved, path } from './svg.ts'

export type Item = {
  /** Drawn around the origin, which is on the floor under the middle of the thing. */
  body: string
  /** Shapes of its shadow, filled with currentColor: `near` is sharp, `far` soft, `touch` where it stands. */
  shadow: { near: string; far: string; touch: string }
}

export const NO_SHADOW = { near: '', far: '', touch: '' }
const SHADE = '#4a3426'

/** The shadow alone, so that in a scene all shadows lie beneath all things. */
export function shadowOf({ shadow }: Item, strength = 1): string {
  return group(
    { style: `color:${SHADE}` },
    group({ opacity: 0.2 * strength }, blurred(26, shadow.far)),
    group({ opacity: 0.26 * strength }, blurred(11, shadow.near)),
    group({ opacity: 0.5 * strength }, blurred(5, shadow.touch)),
  )
}

export function set(item: Item, x = 0, y = 0, by = 1): Item {
  const move = (part: string) => (part ? moved(x, y, by, part) : '')
  const { near, far, touch } = item.shadow
  return { body: move(item.body), shadow: { near: move(near), far: move(far), touch: move(touch) } }
}

/** Later items stand in front of earlier ones. */
export function together(...items: Item[]): Item {
  const part = (name: 'near' | 'far' | 'touch') => items.map((item) => item.shadow[name]).join('')
  return {
    body: items.map((item) => item.body).join(''),
    shadow: { near: part('near'), far: part('far'), touch: part('touch') },
  }
}

export function inShade(d: string): string {
  return path(d, { fill: 'currentColor' })
}

export function discInShade(cx: number, cy: number, rx: number, ry: number): string {
  return ellipse(cx, cy, rx, ry, { fill: 'currentColor' })
}
