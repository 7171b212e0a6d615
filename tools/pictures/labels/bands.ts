/** Paper bands, covers and stickers of things that carry a name. */
import { PALETTE } from './palette.ts'
import { capitals, paper, serif } from './sheet.ts'
import { group, tag } from './svg.ts'

const { ink, chalk, paper: white, harbour } = PALETTE

/** The front of a bar's band is its middle. */
function soapBand(name: string): string {
  const words = { x: 400, fill: ink }
  return paper(
    800,
    800,
    chalk,
    serif(name, { ...words, y: 395, size: 128 }),
    capitals('Soap · 120 g', { ...words, y: 475, size: 38 }),
    serif('Quayside', { ...words, y: 570, size: 60 }, true),
  )
}

/** Round a bottle or a small tin, twice. */
function wrapped(name: string, kind: string, content: string, colour: string, tall = 800): string {
  const one = (x: number) =>
    [
      tag('rect', { x: x - 330, y: 60, width: 660, height: 680, fill: white }),
      serif(name, { x, y: 330, size: 112, fill: ink }),
      capitals(kind, { x, y: 420, size: 38, fill: ink }),
      tag('rect', { x: x - 50, y: 468, width: 100, height: 4, fill: PALETTE.sun }),
      serif('Quayside', { x, y: 570, size: 60, fill: ink }, true),
      capitals(content, { x, y: 655, size: 32, fill: ink }),
    ].join('')
  const placed = (x: number) => group({ transform: `translate(${x} 0) scale(${tall / 800})` }, one(0))
  return paper(2400, tall, colour, placed(600), placed(1800))
}

function cover(title: string, colour: string, inkOf: string): string {
  return paper(
    900,
    1260,
    colour,
    tag('rect', { x: 250, y: 190, width: 400, height: 190, fill: white }),
    serif(title, { x: 450, y: 285, size: 74, fill: inkOf }),
    capitals('Quayside', { x: 450, y: 345, size: 24, fill: inkOf }),
  )
}

function rule(): string {
  const marks = Array.from({ length: 151 }, (_, mm) => {
    const long = mm % 10 === 0 ? 62 : mm % 5 === 0 ? 44 : 30
    return tag('rect', { x: 60 + mm * 16 - 1.5, y: 0, width: 3, height: long, fill: '#5e4520' })
  })
  const figures = Array.from({ length: 16 }, (_, cm) =>
    capitals(String(cm), { x: 60 + cm * 160, y: 108, size: 36, fill: '#5e4520' }),
  )
  return paper(
    2520,
    240,
    PALETTE.brass,
    ...marks,
    ...figures,
    capitals('Quayside', { x: 2300, y: 200, size: 34, fill: '#5e4520' }),
  )
}

export const bands: Record<string, string> = {
  'band-sea-fennel': soapBand('Sea Fennel'),
  'band-oat-milk': soapBand('Oat Milk'),
  'band-charcoal': soapBand('Charcoal'),
  'band-clay-rose': soapBand('Clay Rose'),
  'band-pine-tar': soapBand('Pine Tar'),
  'bottle-hand-wash': wrapped('Hand wash', 'Sea fennel', '300 ml', PALETTE.walnut),
  'tin-balm': wrapped('Harbour balm', 'For hands and rope', '60 ml', harbour, 350),
  'tin-traveller': wrapped('Driftwood', 'Candle', '140 g', PALETTE.soot, 460),
  'cover-logbook': cover('Logbook', harbour, ink),
  'cover-pocket': cover('Notes', PALETTE.sea, ink),
  'cover-sketchbook': cover('Sketchbook', '#8f8f8a', ink),
  ruler: rule(),
}
