/** Ceramics before the camera. */
import { ABOVE, CORNER, RIM, type Shoot } from './shot.ts'

export const ceramics: Shoot[] = [
  {
    product: 'tide-mug',
    form: 'cups.tide_mug',
    stage: { backdrop: '#d8cfc0', pad: 1.6 },
    colours: {
      sea: { dip: '#5b7380' },
      sage: { dip: '#93a08a' },
      clay: { dip: 'clay' },
      soot: { dip: 'soot' },
    },
    detail: { at: [0.5, 0.1, 0.86], zoom: 0.52, elevation: 24, azimuth: 20 },
  },
  {
    product: 'pilot-mug',
    form: 'cups.pilot_mug',
    stage: { backdrop: '#d6cbbb', pad: 1.6 },
    colours: {
      chalk: { colour: 'chalk' },
      harbour: { colour: 'harbour', second: '#3f5c5a' },
      sand: { colour: '#c9b59c', second: '#d8c6ae' },
    },
    detail: RIM,
  },
  {
    product: 'espresso-cup',
    form: 'cups.espresso_cup',
    stage: { backdrop: '#dccabb', pad: 1.5, elevation: 22 },
    colours: {
      chalk: { colour: 'chalk' },
      clay: { colour: 'clay', second: '#c68d70' },
      sea: { colour: 'sea', second: '#7d97a2' },
    },
    detail: { at: [0.75, 0.1, 0.75], zoom: 0.42, elevation: 26, azimuth: 16 },
  },
  {
    product: 'harbour-bowl',
    form: 'bowls.harbour_bowl',
    stage: { backdrop: '#d9c9b8', elevation: 26, pad: 1.3 },
    colours: {
      sea: { colour: '#4a6670', second: '#8299a0' },
      chalk: { colour: '#e6ddcc', second: '#f0e9dc' },
      sage: { colour: '#93a08a', second: '#b3bca8' },
    },
    detail: { at: [0.5, 0.1, 0.95], zoom: 0.55, elevation: 38, azimuth: 25 },
  },
  {
    product: 'breakfast-bowl',
    form: 'bowls.breakfast_bowl',
    stage: { backdrop: '#d5cec3', elevation: 22, pad: 1.5 },
    colours: {
      oat: { colour: '#d3c5b0', second: '#e2d8c8' },
      sea: { colour: 'sea', second: '#7d97a2' },
      clay: { colour: 'clay', second: '#c68d70' },
      soot: { colour: 'soot', second: '#4a5252' },
    },
    detail: ABOVE,
  },
  {
    product: 'dinner-plate',
    form: 'bowls.dinner_plates',
    stage: { backdrop: '#d3c8b8', elevation: 28, pad: 1.15 },
    colours: { chalk: { colour: 'chalk' }, sage: { colour: '#a0ac98', second: '#b5beac' } },
    detail: CORNER,
  },
  {
    product: 'breakfast-set',
    form: 'bowls.breakfast_set',
    stage: { backdrop: '#d9cab9', elevation: 26, pad: 1.35 },
    detail: RIM,
  },
  {
    product: 'bottle-vase',
    form: 'vases.bottle_vase',
    stage: { backdrop: '#d9c9b6' },
    colours: {
      sea: { dip: '#59706f' },
      chalk: { colour: '#e4dac8', second: '#efe8da' },
      rust: { colour: 'rust', second: '#bb7d63' },
    },
    detail: { at: [0.5, 0.12, 0.42], zoom: 0.36, elevation: 14, azimuth: 20 },
  },
  {
    product: 'moon-vase',
    form: 'vases.moon_vase',
    stage: { backdrop: '#d8c8ba', pad: 1.6 },
    colours: { chalk: { colour: '#e6ddcc' }, soot: { colour: '#30363a', second: '#454d4f' } },
    detail: RIM,
  },
  {
    product: 'ramen-bowl',
    form: 'bowls.ramen_bowl',
    stage: { backdrop: '#d3cabc', elevation: 24, pad: 1.3 },
    colours: { soot: { colour: 'soot', second: '#4a5252' }, sea: { colour: 'sea', second: '#7d97a2' } },
    detail: ABOVE,
  },
  {
    product: 'side-plate',
    form: 'bowls.side_plates',
    stage: { backdrop: '#d6c9b8', elevation: 28, pad: 1.3 },
    colours: { sage: { colour: '#a0ac98', second: '#b5beac' }, chalk: { colour: 'chalk' } },
    detail: CORNER,
  },
  {
    product: 'bud-vase',
    form: 'vases.bud_vase',
    stage: { backdrop: '#d9ccbb', pad: 1.4 },
    colours: { clay: { colour: 'clay', second: '#c68d70' }, chalk: { colour: 'chalk' } },
    detail: { at: [0.35, 0.2, 0.45], zoom: 0.45, elevation: 18, azimuth: 20 },
  },
  {
    product: 'teapot',
    form: 'vases.teapot',
    stage: { backdrop: '#d2ccc0', elevation: 18, pad: 1.45 },
    colours: { soot: { colour: 'soot', second: '#464e4e' }, sage: { colour: '#93a08a', second: '#adb7a4' } },
    detail: CORNER,
  },
]
