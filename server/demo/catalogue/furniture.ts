/** Small furniture: stools, a bench, and what hangs on a wall. */
import { fact, prose, variant } from './write.ts'
import type { DemoPicture, DemoProduct } from './types.ts'

const oiled = fact('Material', 'Solid wood, hard wax oil')
const oak = fact('Material', 'Solid oak, hard wax oil')
const luebeck = fact('Made in', 'Germany')

/** One picture for each wood. */
const inBothWoods = (key: string, what: (wood: string) => string): [DemoPicture, DemoPicture] => [
  { key: `${key}-oak`, alt: what('oak'), shows: { material: 'oak' } },
  { key: `${key}-walnut`, alt: what('walnut'), shows: { material: 'walnut' } },
]

export const furniture: DemoProduct[] = [
  {
    slug: 'bar-stool',
    categories: ['furniture'],
    name: 'Bar stool',
    subtitle: 'Four turned legs and a brass ring for the feet',
    description: prose`
      On a high stool one does not sit; one stays a little. The seat is hollowed by a few millimetres, so
      you do not slide about, and small enough to be left behind quickly when something boils over.

      The brass ring holds the legs together and takes the shoes. It will be polished by them on one side
      and go dark on the other, and after a year you can tell who sits where. Sixty-five centimetres, for
      worktops of ninety.`,
    facts: [oiled, fact('Height', '65 cm'), fact('Carries', 'Up to 130 kg'), luebeck],
    options: ['material'],
    taxCategory: 'standard',
    picture: inBothWoods('bar-stool', (wood) => `Bar stool of ${wood} with a brass foot ring`),
    variants: [
      variant('QS-BAR-OAK', { material: 'oak' }, 15900, 4900, 12),
      variant('QS-BAR-WALNUT', { material: 'walnut' }, 17900, 4800, 7),
    ],
  },
  {
    slug: 'low-stool',
    categories: ['furniture'],
    name: 'Low stool',
    subtitle: 'Three legs, and therefore never a wobble',
    description: prose`
      Three points always touch the floor; a fourth is a matter of opinion. This is the stool that moves
      about the house: a seat at the table on Sundays, a bedside table from Monday, a ladder never, though
      everybody does it.

      The legs are wedged into the seat from above with a sliver of darker wood. You can see how it is
      made, and that it needs no screw. The height is that of a chair.`,
    facts: [oiled, fact('Height', '45 cm'), fact('Carries', 'Up to 130 kg'), luebeck],
    options: ['material'],
    taxCategory: 'standard',
    picture: inBothWoods('low-stool', (wood) => `Round three-legged stool of ${wood}`),
    variants: [
      variant('QS-LOW-OAK', { material: 'oak' }, 9800, 3100, 19),
      variant('QS-LOW-WALNUT', { material: 'walnut' }, 11200, 3000, 10),
    ],
  },
  {
    slug: 'milking-stool',
    categories: ['furniture'],
    name: 'Milking stool',
    subtitle: 'Low enough for shoes, children and the fire',
    description: prose`
      Nobody we know milks anything. But everybody ties shoes, weeds a bed or feeds a stove, and for that a
      seat at the height of a shin is the right one.

      The seat is thick and slightly dished, the legs are short and stand well apart, so it does not tip
      even under a three-year-old with plans. Left in the hall it has somebody's bag on it within the hour.
      It is the smallest piece of furniture we make and the one we are most often asked to repair, after
      twenty years.`,
    facts: [oiled, fact('Height', '29 cm'), fact('Carries', 'Up to 130 kg'), luebeck],
    options: ['material'],
    taxCategory: 'standard',
    picture: inBothWoods('milking-stool', (wood) => `Low three-legged stool of ${wood}`),
    variants: [
      variant('QS-MILK-OAK', { material: 'oak' }, 7900, 2300, 22),
      variant('QS-MILK-WALNUT', { material: 'walnut' }, 8900, 2250, 14),
    ],
  },
  {
    slug: 'bench',
    categories: ['furniture'],
    name: 'Oak bench',
    subtitle: 'One plank, four legs, two people',
    description: prose`
      A chair is for one. A bench is for whoever comes. This one seats two at the table and three if they
      like each other, stands at the foot of a bed, or waits in the hall with boots under it.

      The plank is cut from the whole width of a tree and lies on four turned legs with a rail between
      them. Its ends are rounded, because that is where shins pass. It arrives in one box and is put
      together with eight wooden wedges and a shoe.`,
    facts: [oak, fact('Size', '115 × 30 cm, 45 cm high'), fact('Carries', 'Up to 240 kg'), luebeck],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'bench', alt: 'Oak bench with four turned legs and a rail between them' }],
    variants: [variant('QS-BENCH', {}, 19800, 9800, 6)],
  },
  {
    slug: 'side-table',
    categories: ['furniture'],
    name: 'Side table',
    subtitle: 'An oak disc on three bent rods of steel',
    description: prose`
      Every armchair needs somewhere for a cup, and the arm of the armchair is not it. The top of this table
      is as large as a dinner plate with room for a book beside it; the legs curve in at the middle and leave
      space for feet.

      The steel is bent cold, welded at one ring and painted. The edge of the oak is softened underneath,
      so it can be picked up with one hand and carried after the sun.`,
    facts: [
      fact('Material', 'Solid oak, powder-coated steel'),
      fact('Diameter', '44 cm'),
      fact('Height', '49 cm'),
      luebeck,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'side-table-soot', alt: 'Round oak table on soot black legs', shows: { colour: 'soot' } },
      { key: 'side-table-sage', alt: 'Round oak table on sage green legs', shows: { colour: 'sage' } },
    ],
    variants: [
      variant('QS-TABLE-SOOT', { colour: 'soot' }, 13900, 5200, 13),
      variant('QS-TABLE-SAGE', { colour: 'sage' }, 13900, 5200, 9),
    ],
  },
  {
    slug: 'step-stool',
    categories: ['furniture'],
    name: 'Step stool',
    subtitle: 'Two treads to the top shelf',
    description: prose`
      The good bowls are always at the top. Two treads bring them within reach; they are deep enough for a
      whole foot and lightly brushed, so that socks do not slip.

      The cheeks are cut from one board each and the treads let into them, glued and pegged. A rail at the
      back keeps the whole thing square for the next few decades. In between it holds plants, in three
      storeys if you count the floor.`,
    facts: [oiled, fact('Height', '45 cm'), fact('Carries', 'Up to 150 kg'), luebeck],
    options: ['material'],
    taxCategory: 'standard',
    picture: inBothWoods('step-stool', (wood) => `Step stool of ${wood} with two treads`),
    variants: [
      variant('QS-STEP-OAK', { material: 'oak' }, 12400, 4300, 11),
      variant('QS-STEP-WALNUT', { material: 'walnut' }, 13900, 4200, 8),
    ],
  },
  {
    slug: 'coat-stand',
    categories: ['furniture'],
    name: 'Coat stand',
    subtitle: 'A small tree for wet coats',
    description: prose`
      Put a coat stand by the door and nobody asks any more where to leave things. This one has six pegs at
      two heights, so a scarf does not disappear under a coat, and three feet wide enough apart for the
      heaviest of them.

      The pole is turned from one piece of oak and the pegs are set at an angle at which loops stay and
      hats do not. It comes apart into five pieces and goes together without a tool.`,
    facts: [oak, fact('Height', '175 cm'), fact('Carries', 'Up to 25 kg'), luebeck],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'coat-stand', alt: 'Slender oak coat stand with six pegs and three feet' }],
    variants: [variant('QS-COAT', {}, 16900, 6200, 8)],
  },
]
