/** Which tea is in which tin. */
import type { Item } from './item.ts'
import { type Tin, tin } from './tin.ts'

const TINS = {
  'harbour-mist': { name: 'HARBOUR MIST', emblem: 'sunOverWaves', coat: 'harbour' },
  'late-ferry': { name: 'LATE FERRY', emblem: 'ferry', coat: 'soot' },
  'first-light': { name: 'FIRST LIGHT', emblem: 'sunrise', coat: 'clay' },
  'salt-lemon': { name: 'SALT LEMON', emblem: 'lemon', coat: 'sand' },
  'fog-bell': { name: 'FOG BELL', emblem: 'bell', coat: 'sea' },
  'night-watch': { name: 'NIGHT WATCH', emblem: 'moon', coat: 'walnut' },
} satisfies Record<string, Tin>

export function tins(key: keyof typeof TINS): Item {
  return tin(TINS[key])
}
