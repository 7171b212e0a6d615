/** Stationery before the camera. */
import { ABOVE, BOOK, CORNER, RIM, type Shoot } from './shot.ts'

const desk = { backdrop: '#cdbba8', elevation: 34 }

export const stationery: Shoot[] = [
  {
    product: 'linen-notebook',
    form: 'paper.linen_notebook',
    stage: desk,
    colours: {
      harbour: { colour: '#47605c' },
      rust: { colour: '#a8654e', under: '#c9bda6' },
      oat: { colour: '#cfc0a8', under: '#5b7c8a' },
    },
    detail: BOOK,
  },
  { product: 'pocket-notebooks', form: 'paper.pocket_notebooks', stage: desk, detail: CORNER },
  { product: 'logbook', form: 'paper.logbook', stage: { ...desk, backdrop: '#d3c8b8' }, detail: BOOK },
  {
    product: 'sketchbook',
    form: 'paper.sketchbook',
    stage: { ...desk, backdrop: '#d0c9bb' },
    detail: BOOK,
  },
  {
    product: 'pencils',
    form: 'paper.pencils',
    stage: { ...desk, backdrop: '#d9cdbb', elevation: 44 },
    detail: ABOVE,
  },
  {
    product: 'pencil-pot',
    form: 'vases.pencil_pot',
    stage: { backdrop: '#d8cdbf', pad: 1.5 },
    colours: { chalk: { colour: 'chalk' }, sage: { colour: '#93a08a' }, soot: { colour: 'soot' } },
    detail: RIM,
  },
  {
    product: 'letter-tray',
    form: 'paper.letter_tray',
    stage: { backdrop: '#d3c8b9', elevation: 30, pad: 1.42 },
    colours: { oak: { kind: 'oak' }, walnut: { kind: 'walnut' } },
  },
  {
    product: 'wrapping-paper',
    form: 'paper.wrapping_paper',
    stage: { backdrop: '#d6cbbc', elevation: 28, pad: 1.3 },
    detail: CORNER,
  },
  {
    product: 'card-set',
    form: 'paper.card_set',
    stage: { backdrop: '#d6ccbd', elevation: 24 },
    detail: ABOVE,
  },
  { product: 'brass-ruler', form: 'paper.brass_ruler', stage: { backdrop: '#c9bba9', elevation: 42 } },
]
