/** More textiles: what lies on floors, beds and tables. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const linen = fact('Material', '100 % European flax linen')
const warmWash = fact('Care', 'Machine wash at 40 °C, line dry')
const guimaraes = fact('Woven in', 'Portugal')

export const linens: DemoProduct[] = [
  {
    slug: 'floor-cushion',
    categories: ['textiles'],
    name: 'Floor cushion',
    subtitle: 'A seat for the floor, the step and the boat',
    description: prose`
      Every good party ends on the floor. This cushion is as thick as a low seat and firm enough to get up
      from again, because it is filled with wool and not with air.

      The cover is the heaviest linen we have, edged in dark green piping that keeps the square a square.
      It zips off on three sides, so that refilling and washing take two minutes. Stack three of them and
      you have a stool; lay two in a row and somebody will fall asleep there.`,
    facts: [
      linen,
      fact('Size', '60 × 60 cm, 18 cm high'),
      fact('Filling', 'Sheep’s wool, included'),
      warmWash,
      guimaraes,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'floor-cushion-oat', alt: 'Thick square floor cushion in oat linen', shows: { colour: 'oat' } },
      {
        key: 'floor-cushion-sea',
        alt: 'Thick square floor cushion in sea blue linen',
        shows: { colour: 'sea' },
      },
      {
        key: 'floor-cushion-detail',
        alt: 'The piped corner of a large oat-coloured cushion',
        shows: { colour: 'oat' },
      },
    ],
    variants: [
      variant('QS-FCUSH-OAT', { colour: 'oat' }, 8900, 2400, 17),
      variant('QS-FCUSH-SEA', { colour: 'sea' }, 8900, 2400, 13),
    ],
  },
  {
    slug: 'linen-throw',
    categories: ['textiles'],
    name: 'Linen throw',
    subtitle: 'For summer nights and the end of the bed',
    description: prose`
      Wool is for January. From May on you want something that lies on the bed like a good intention:
      there if it gets cool, and no weight if it does not.

      The linen is woven loosely and washed until it falls in folds of its own. It gets softer every year
      and wrinkles without shame. The edges are turned twice and sewn by hand at the corners, the only
      place where a throw ever comes undone.`,
    facts: [linen, fact('Size', '140 × 220 cm'), warmWash, guimaraes],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'linen-throw-sage', alt: 'Folded throw in sage green linen', shows: { colour: 'sage' } },
      { key: 'linen-throw-clay', alt: 'Folded throw in clay red linen', shows: { colour: 'clay' } },
      {
        key: 'linen-throw-detail',
        alt: 'The folds of a sage green linen throw from near',
        shows: { colour: 'sage' },
      },
    ],
    variants: [
      variant('QS-LTHROW-SAGE', { colour: 'sage' }, 8400, 880, 21),
      variant('QS-LTHROW-CLAY', { colour: 'clay' }, 8400, 880, 18),
    ],
  },
  {
    slug: 'table-runner',
    categories: ['textiles', 'kitchen'],
    name: 'Table runner',
    subtitle: 'Dresses the table without hiding the wood',
    description: prose`
      A tablecloth says that there will be guests. A runner only says that somebody thought of it. It lies
      along the middle of the table, under the candles and the bread, and leaves the plates on the bare
      wood.

      Two narrow stripes are woven in along each side; the ends are left as fringes and knotted in threes.
      It is long enough for a table for six and can be folded once for two. Wine comes out in the wash. So
      does gravy, which is worse.`,
    facts: [linen, fact('Size', '45 × 180 cm'), warmWash, guimaraes],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'table-runner-oat',
        alt: 'Folded oat table runner with dark green stripes and fringes',
        shows: { colour: 'oat' },
      },
      {
        key: 'table-runner-sage',
        alt: 'Folded sage green table runner with pale stripes and fringes',
        shows: { colour: 'sage' },
      },
    ],
    variants: [
      variant('QS-RUNNER-OAT', { colour: 'oat' }, 3900, 290, 30),
      variant('QS-RUNNER-SAGE', { colour: 'sage' }, 3900, 290, 25),
    ],
  },
]
