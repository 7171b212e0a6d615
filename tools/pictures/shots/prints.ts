/** Prints before the camera: all lean on the same wall, in the same light. */
import type { Shoot } from './shot.ts'

const stage = { backdrop: '#dcd6ca', elevation: 4, wall: 1.62 }

const print = (drawing: string, more: Partial<Shoot> = {}): Shoot => ({
  product: drawing,
  form: 'prints.framed',
  given: { drawing },
  stage,
  light: 'low-tide-1',
  ...more,
})

export const prints: Shoot[] = [
  print('low-tide-1', { detail: { at: [0.25, 0.3, 0.3], zoom: 0.4, elevation: 4, azimuth: -22 } }),
  { ...print('low-tide-1-black'), given: { drawing: 'low-tide-1', frame: 'black' } },
  print('low-tide-2'),
  print('low-tide-3'),
  print('low-tide-4'),
  print('moorings'),
  print('nets'),
  print('pebbles'),
  print('sail-plan'),
  print('harbour-chart'),
  print('lighthouse'),
]
