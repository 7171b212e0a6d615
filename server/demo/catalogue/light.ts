/** Lamps and candles: light for evenings. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const bulb = fact('Bulb', 'E27, up to 8 W LED, included')
const wax = fact('Wax', 'Rapeseed and beeswax, cotton wick')

export const light: DemoProduct[] = [
  {
    slug: 'pebble-lamp',
    categories: ['light'],
    name: 'Pebble lamp',
    subtitle: 'A table lamp as round as something the sea has worked on',
    description: prose`
      The base of the Pebble lamp is thrown as a closed form, like a stone with nothing inside, and then
      opened just enough for the fitting. Glaze settles in its lower half and leaves the shoulder pale.

      The shade is linen on a cotton lining. Lit, it gives a warm, even glow that reaches the page of a
      book and stops short of the other side of the room. The dimmer is on the cable, where a hand finds
      it in the dark.`,
    facts: [
      fact('Material', 'Stoneware, linen, cotton cable'),
      fact('Height', '44 cm'),
      bulb,
      fact('Cable', '2 m, with dimmer'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'pebble-lamp-sea', alt: 'Lit table lamp with a round sea blue base', shows: { colour: 'sea' } },
      { key: 'pebble-lamp-oat', alt: 'Lit table lamp with a round oat base', shows: { colour: 'oat' } },
      {
        key: 'pebble-lamp-clay',
        alt: 'Lit table lamp with a round clay red base',
        shows: { colour: 'clay' },
      },
    ],
    variants: [
      variant('QS-PEBBLE-SEA', { colour: 'sea' }, 12900, 2600, 14),
      variant('QS-PEBBLE-OAT', { colour: 'oat' }, 12900, 2600, 18),
      variant('QS-PEBBLE-CLAY', { colour: 'clay' }, 12900, 2600, 8),
    ],
    featured: true,
  },
  {
    slug: 'buoy-lamp',
    categories: ['light'],
    name: 'Buoy lamp',
    subtitle: 'A tall, tapered base with one pale band',
    description: prose`
      Channel buoys are painted so that a tired helmsman can read them at dusk: one strong colour, one
      pale band, nothing else. We borrowed the idea for a reading lamp.

      The base is turned ash, lacquered in four thin coats so that the grain is still there when the
      light falls across it. It is weighted with a disc of cast iron and stands firm on a narrow shelf.
      The shade is a straight drum that throws most of its light down, on to the work.`,
    facts: [
      fact('Material', 'Lacquered ash, linen, cast iron'),
      fact('Height', '52 cm'),
      bulb,
      fact('Cable', '2 m, with switch'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'buoy-lamp-rust',
        alt: 'Lit lamp with a tapered rust base and a pale band',
        shows: { colour: 'rust' },
      },
      {
        key: 'buoy-lamp-harbour',
        alt: 'Lit lamp with a tapered dark green base and a pale band',
        shows: { colour: 'harbour' },
      },
    ],
    variants: [
      variant('QS-BUOY-RUST', { colour: 'rust' }, 11900, 2300, 12),
      variant('QS-BUOY-HARBOUR', { colour: 'harbour' }, 11900, 2300, 9),
    ],
  },
  {
    slug: 'dome-pendant',
    categories: ['light'],
    name: 'Dome pendant',
    subtitle: 'Spun steel over the table, brass at the neck',
    description: prose`
      A single disc of steel is pressed against a turning mould until it becomes a dome. The whole shade
      is made in under a minute, and then spends two days being painted.

      Outside it is matt. Inside it is white, so the table gets the light and the ceiling keeps its calm.
      The medium shade hangs well over a table for two or in a row of three over a worktop; the large one
      covers a table for six. The brass cap will darken with time.`,
    facts: [
      fact('Material', 'Powder-coated steel, brass'),
      fact('Diameter', 'Medium 32 cm, large 48 cm'),
      fact('Bulb', 'E27, up to 12 W LED, not included'),
      fact('Cable', '2.5 m textile, shortened on site'),
    ],
    options: ['colour', 'size'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'dome-pendant-soot',
        alt: 'Soot black dome lamp hanging from a cord',
        shows: { colour: 'soot' },
      },
      {
        key: 'dome-pendant-chalk',
        alt: 'Chalk white dome lamp hanging from a cord',
        shows: { colour: 'chalk' },
      },
      {
        key: 'dome-pendant-sage',
        alt: 'Sage green dome lamp hanging from a cord',
        shows: { colour: 'sage' },
      },
    ],
    variants: [
      variant('QS-DOME-SOOT-M', { colour: 'soot', size: 'medium' }, 8900, 1200, 23),
      variant('QS-DOME-SOOT-L', { colour: 'soot', size: 'large' }, 13900, 2100, 11),
      variant('QS-DOME-CHALK-M', { colour: 'chalk', size: 'medium' }, 8900, 1200, 20),
      variant('QS-DOME-CHALK-L', { colour: 'chalk', size: 'large' }, 13900, 2100, 8),
      variant('QS-DOME-SAGE-M', { colour: 'sage', size: 'medium' }, 7400, 1200, 15, 8900),
      variant('QS-DOME-SAGE-L', { colour: 'sage', size: 'large' }, 11500, 2100, 5, 13900),
    ],
  },
  {
    slug: 'bell-pendant',
    categories: ['light'],
    name: 'Bell pendant',
    subtitle: 'A narrow bell for corners, shelves and stairs',
    description: prose`
      Some places need light and have no room for a lamp: the corner by the coats, the end of the
      worktop, the turn of the stair. The Bell is only eighteen centimetres across and drops its light
      straight down.

      The profile was taken from a ship's bell and slimmed until it no longer wanted to ring. It is spun
      from the same steel as the Dome, in deeper colours, and the two hang well in one room. Comes with
      a plain ceiling cup.`,
    facts: [
      fact('Material', 'Powder-coated steel, brass'),
      fact('Diameter', '18 cm'),
      fact('Bulb', 'E14, up to 6 W LED, not included'),
      fact('Cable', '2.5 m textile, shortened on site'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'bell-pendant-harbour',
        alt: 'Dark green bell-shaped lamp on a cord',
        shows: { colour: 'harbour' },
      },
      { key: 'bell-pendant-rust', alt: 'Rust red bell-shaped lamp on a cord', shows: { colour: 'rust' } },
    ],
    variants: [
      variant('QS-BELL-HARBOUR', { colour: 'harbour' }, 6900, 700, 26),
      variant('QS-BELL-RUST', { colour: 'rust' }, 6900, 700, 17),
    ],
  },
  {
    slug: 'reading-lamp',
    categories: ['light', 'stationery'],
    name: 'Reading lamp',
    subtitle: 'Leans over the page and stays where it is put',
    description: prose`
      The arm of this lamp has a single joint, held by a spring washer you will never see. It moves with
      one finger and stays there for years, which is the whole of the engineering and took the most time.

      The cone is deep, so the bulb is out of sight from across the table. A heavy round foot lets the
      lamp lean out over a large book. It uses a standard bulb, because a lamp should outlive its light
      source many times over.`,
    facts: [
      fact('Material', 'Steel, brass joint'),
      fact('Height', '46 cm'),
      fact('Bulb', 'E14, up to 6 W LED, included'),
      fact('Cable', '1.8 m, with switch'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'reading-lamp-soot',
        alt: 'Soot black desk lamp with a leaning cone',
        shows: { colour: 'soot' },
      },
      { key: 'reading-lamp-brass', alt: 'Brass desk lamp with a leaning cone', shows: { colour: 'brass' } },
    ],
    variants: [
      variant('QS-READ-SOOT', { colour: 'soot' }, 9800, 2400, 21),
      variant('QS-READ-BRASS', { colour: 'brass' }, 12400, 2500, 7),
    ],
  },
  {
    slug: 'stoneware-candle',
    categories: ['light'],
    name: 'Stoneware candle',
    subtitle: 'Burns for fifty hours, then becomes a cup',
    description: prose`
      A candle in a vessel that was meant to be kept. The cup is thrown in the same workshop as our mugs,
      speckled and bare at the foot. When the wax is gone, wash it with hot water and use it for pencils,
      toothbrushes or tea.

      Sea fennel is green and a little salty. Driftwood is dry wood, smoke and a trace of tar. The
      unscented candle smells of almost nothing, which makes it right for the dinner table.`,
    facts: [
      wax,
      fact('Burning time', 'About 50 hours'),
      fact('Height', '9 cm'),
      fact('Vessel', 'Stoneware, dishwasher safe'),
    ],
    options: ['scent'],
    taxCategory: 'standard',
    picture: [{ key: 'stoneware-candle', alt: 'Lit candle in a speckled stoneware cup' }],
    variants: [
      variant('QS-SCAN-FENNEL', { scent: 'fennel' }, 3400, 560, 44),
      variant('QS-SCAN-DRIFT', { scent: 'driftwood' }, 3400, 560, 39),
      variant('QS-SCAN-PLAIN', { scent: 'unscented' }, 3200, 560, 52),
    ],
    featured: true,
  },
  {
    slug: 'smoked-glass-candle',
    categories: ['light'],
    name: 'Smoked glass candle',
    subtitle: 'A small fire seen through brown glass',
    description: prose`
      The glass is blown from recycled bottles, which gives it the colour of weak coffee and now and then
      a bubble. Behind it the flame turns amber, and the table around it turns evening.

      It is poured in two goes on two days, so the wax does not sink in the middle as it cools. The glass
      is thick in the base and never gets too warm to lift. Afterwards it makes a very good tumbler for
      something strong.`,
    facts: [
      wax,
      fact('Burning time', 'About 40 hours'),
      fact('Height', '10 cm'),
      fact('Vessel', 'Recycled glass'),
    ],
    options: ['scent'],
    taxCategory: 'standard',
    picture: [{ key: 'smoked-glass-candle', alt: 'Lit candle in a tumbler of smoked glass' }],
    variants: [
      variant('QS-GCAN-DRIFT', { scent: 'driftwood' }, 2900, 480, 36),
      variant('QS-GCAN-PLAIN', { scent: 'unscented' }, 2700, 480, 30),
    ],
  },
  {
    slug: 'taper-candles',
    categories: ['light'],
    name: 'Taper candles',
    subtitle: 'A pair, dipped thirty times and still joined by the wick',
    description: prose`
      Tapers are made by patience. A length of wick is dipped, lifted, left to cool and dipped again,
      thirty times, until two candles hang from it like a pair of socks. We leave the wick uncut, so you
      can hang them on a nail until they are wanted.

      The colour goes all the way through. They burn for eight hours without dripping, as long as they
      stand out of the draught, and fit an ordinary holder.`,
    facts: [
      wax,
      fact('Burning time', 'About 8 hours each'),
      fact('Length', '28 cm'),
      fact('Diameter', '2.2 cm at the foot'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'taper-candles-clay',
        alt: 'Two clay red taper candles in brass holders',
        shows: { colour: 'clay' },
      },
      {
        key: 'taper-candles-chalk',
        alt: 'Two chalk white taper candles in brass holders',
        shows: { colour: 'chalk' },
      },
      {
        key: 'taper-candles-sage',
        alt: 'Two sage green taper candles in brass holders',
        shows: { colour: 'sage' },
      },
      {
        key: 'taper-candles-harbour',
        alt: 'Two dark green taper candles in brass holders',
        shows: { colour: 'harbour' },
      },
    ],
    variants: [
      variant('QS-TAPER-CLAY', { colour: 'clay' }, 1200, 190, 66),
      variant('QS-TAPER-CHALK', { colour: 'chalk' }, 1200, 190, 80),
      variant('QS-TAPER-SAGE', { colour: 'sage' }, 1200, 190, 57),
      variant('QS-TAPER-HARBOUR', { colour: 'harbour' }, 1200, 190, 49),
    ],
  },
]
