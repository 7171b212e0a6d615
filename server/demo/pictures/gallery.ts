/** Every picture of the demo shop that is still drawn; those in `rendered.json` are photographed by tools/pictures. */
import { readFileSync } from 'node:fs'
import { candles } from './candles.ts'
import { lamps } from './lamps.ts'
import { prints } from './prints.ts'
import { scenes } from './scenes.ts'
import type { Shot } from './shot.ts'

const rendered: Record<string, string> = JSON.parse(
  readFileSync(new URL('masters/rendered.json', import.meta.url), 'utf8'),
)

const drawings: Shot[] = [...lamps, ...candles, ...prints, ...scenes]

export const gallery = drawings.filter(({ key }) => !(key in rendered))
