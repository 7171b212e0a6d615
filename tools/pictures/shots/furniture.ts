/** Small furniture before the camera. */
import type { Shoot } from './shot.ts'

const room = { backdrop: '#d9d1c3', elevation: 12 }
const wall = { backdrop: '#d6cfc2', elevation: 4 }
const WOODS = { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } }

export const furniture: Shoot[] = [
  { product: 'bar-stool', form: 'furniture.bar_stool', stage: room, colours: WOODS },
  { product: 'low-stool', form: 'furniture.low_stool', stage: room, colours: WOODS },
  { product: 'milking-stool', form: 'furniture.milking_stool', stage: { ...room, pad: 1.5 }, colours: WOODS },
  { product: 'bench', form: 'furniture.bench', stage: { ...room, pad: 1.3, azimuth: 24 } },
  {
    product: 'side-table',
    form: 'furniture.side_table',
    stage: room,
    colours: { soot: { colour: 'soot' }, sage: { colour: '#93a08a' } },
  },
  { product: 'step-stool', form: 'furniture.step', stage: room, colours: WOODS },
  { product: 'wall-shelf', form: 'furniture.wall_shelf', stage: { ...wall, wall: 0.75, pad: 1.35 } },
  {
    product: 'peg-rail',
    form: 'furniture.peg_rail',
    stage: { ...wall, wall: 0.64, pad: 1.3 },
    colours: WOODS,
  },
  { product: 'round-mirror', form: 'furniture.mirror', stage: { ...wall, wall: 1.1 } },
  { product: 'coat-stand', form: 'furniture.coat_stand', stage: { ...room, elevation: 6, pad: 1.3 } },
]
