/** More lamps: paper, a cone, and one that stands on the floor. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const bulb = fact('Bulb', 'E27, up to 8 W LED, included')
const cable = fact('Cable', '2.5 m textile, shortened on site')

export const lamps: DemoProduct[] = [
  {
    slug: 'lantern-lamp',
    categories: ['light'],
    name: 'Lantern lamp',
    subtitle: 'A paper cylinder in a frame of six thin bars',
    description: prose`
      Paper does something to light that cloth cannot: it takes the edge off and leaves the brightness.
      The screen of this lamp is one sheet of mulberry paper, closed with a seam you will find only when
      it is switched off.

      The frame is six bars no thicker than a pencil, let into a turned foot without a nail. The bars
      draw quiet lines on the wall behind. It stands on a bedside table, on a low shelf or on the floor of
      a hall, and is lit from the switch on its cable.`,
    facts: [
      fact('Material', 'Solid wood, mulberry paper'),
      fact('Height', '24 cm'),
      bulb,
      fact('Cable', '2 m, with switch'),
    ],
    options: ['material'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'lantern-lamp-oak',
        alt: 'Lit paper lantern in an oak frame',
        shows: { material: 'oak' },
      },
      {
        key: 'lantern-lamp-walnut',
        alt: 'Lit paper lantern in a walnut frame',
        shows: { material: 'walnut' },
      },
    ],
    variants: [
      variant('QS-LANT-OAK', { material: 'oak' }, 8400, 1100, 19),
      variant('QS-LANT-WALNUT', { material: 'walnut' }, 9200, 1150, 11),
    ],
  },
  {
    slug: 'cone-pendant',
    categories: ['light'],
    name: 'Cone pendant',
    subtitle: 'A shallow cone that spreads its light wide',
    description: prose`
      The Dome keeps its light on the table. The Cone lets it run to the edges, and so it belongs over a
      long worktop, a reading corner or the place where coats are taken off.

      It is cut from one piece of steel, rolled and closed, and the seam is ground until a thumbnail no
      longer finds it. Inside it is painted a warm white. Hang it lower than you think: eye height when
      you sit is about right, and nobody is dazzled.`,
    facts: [
      fact('Material', 'Powder-coated steel, brass'),
      fact('Diameter', '24 cm'),
      fact('Bulb', 'E27, up to 12 W LED, not included'),
      cable,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'cone-pendant-clay', alt: 'Clay red cone lamp on a cord', shows: { colour: 'clay' } },
      { key: 'cone-pendant-chalk', alt: 'Chalk white cone lamp on a cord', shows: { colour: 'chalk' } },
    ],
    variants: [
      variant('QS-CONE-CLAY', { colour: 'clay' }, 7900, 900, 18),
      variant('QS-CONE-CHALK', { colour: 'chalk' }, 7900, 900, 22),
    ],
  },
  {
    slug: 'paper-globe',
    categories: ['light'],
    name: 'Paper globe',
    subtitle: 'Folds flat, weighs nothing, lights a whole room',
    description: prose`
      It comes in an envelope. Open it, push the wire stretcher into place, and an envelope becomes a
      moon. People have lit rooms like this for a thousand years, and nobody has yet thought of a
      gentler way.

      The ribs are bamboo, wound in a single spiral from top to bottom, and the paper is made in Gifu. If
      it should tear, a strip of the same paper is in the envelope, and a little paste from flour and
      water does the rest.`,
    facts: [
      fact('Material', 'Mulberry paper, bamboo'),
      fact('Diameter', 'Medium 30 cm, large 45 cm'),
      fact('Bulb', 'E27, up to 12 W LED, not included'),
      cable,
    ],
    options: ['size'],
    taxCategory: 'standard',
    picture: [{ key: 'paper-globe', alt: 'Lit globe of ribbed paper hanging from a cord' }],
    variants: [
      variant('QS-GLOBE-M', { size: 'medium' }, 4200, 320, 34),
      variant('QS-GLOBE-L', { size: 'large' }, 5600, 450, 21),
    ],
  },
  {
    slug: 'floor-lamp',
    categories: ['light'],
    name: 'Floor lamp',
    subtitle: 'Three oak legs and a linen drum beside the armchair',
    description: prose`
      A tripod stands on any floor, even on one that was laid in 1890. The three legs of this lamp are
      turned from oak, meet under the shade in a ring of steel and come apart for the move, without tools.

      The drum is linen on a cotton lining and sits at the height of a reader's shoulder, so the light
      falls on the page and not into the eyes of whoever sits opposite. The switch is a pedal on the
      cable: a foot is nearly always free.`,
    facts: [
      fact('Material', 'Solid oak, steel, linen'),
      fact('Height', '128 cm'),
      bulb,
      fact('Cable', '3 m, with foot switch'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'floor-lamp', alt: 'Lit floor lamp with three oak legs and a linen drum' }],
    variants: [variant('QS-FLOOR', {}, 18900, 5400, 9)],
  },
]
