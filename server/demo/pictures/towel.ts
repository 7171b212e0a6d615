/** A towel for the beach, rolled. */
import { mix, paint, type Paint, type Rgb } from './colour.ts'
import type { Item } from './item.ts'
import { rolled } from './rolled.ts'

export function beachTowel(colour: Paint): Item {
  const [ground, dye] = [paint('chalk'), paint(colour)]
  const stripes = (along: number): Rgb => {
    const at = (along * 7) % 1
    const band = at > 0.2 && at < 0.62
    const thin = (at > 0.7 && at < 0.75) || (at > 0.08 && at < 0.12)
    return mix(ground, dye, band || thin ? 0.9 : 0)
  }
  return rolled({
    length: 560,
    radius: 96,
    pattern: stripes,
    end: mix(ground, dye, 0.3),
    turns: 6,
    seed: 3,
    fringe: true,
  })
}
