/** From the room to the sheet: a far camera that looks straight ahead and a little down. */
import { WINDOW, unit, type Vec } from './light.ts'
import type { Point } from './svg.ts'

export type View = {
  /** On the sheet, in pixels, with the origin on the floor under the thing. */
  at: (point: Vec) => Point
  /** Where the shadow of a point falls on the sheet. */
  shadowOf: (point: Vec) => Point
  /** Towards the viewer. */
  towards: Vec
  /** How much a circle on the floor is squashed. */
  squash: number
  /** How much an upright line is shortened. */
  rise: number
}

/** `elevation` in degrees above the horizon. */
export function viewFrom(elevation: number): View {
  const angle = (elevation * Math.PI) / 180
  const squash = Math.sin(angle)
  const rise = Math.cos(angle)
  const at = ([x, y, z]: Vec): Point => [x, -y * rise + z * squash]
  return {
    at,
    shadowOf: ([x, y, z]) => at([x - (y * WINDOW[0]) / WINDOW[1], 0, z - (y * WINDOW[2]) / WINDOW[1]]),
    towards: unit([0, squash, rise]),
    squash,
    rise,
  }
}

/** Turned about the upright axis, in degrees. */
export function turned([x, y, z]: Vec, degrees: number): Vec {
  const angle = (degrees * Math.PI) / 180
  return [x * Math.cos(angle) + z * Math.sin(angle), y, z * Math.cos(angle) - x * Math.sin(angle)]
}
