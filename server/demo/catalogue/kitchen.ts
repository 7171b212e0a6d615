/** Kitchen and glass: boards, mills, jars and tumblers. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const glass = fact('Material', 'Mouth-blown glass, part recycled')
const oiled = fact('Care', 'Wash by hand, oil now and then')

export const kitchen: DemoProduct[] = [
  {
    slug: 'carafe',
    categories: ['kitchen'],
    name: 'Carafe',
    subtitle: 'A litre of water, poured without a splash',
    description: prose`
      The neck of this carafe is just wide enough for ice and just narrow enough for one hand. It flares
      a little at the lip, which throws the water clear and takes the last drop back.

      Each is blown into a wooden mould that chars a bit more every time, so that the surface has a faint
      ripple and the light on the table has one too. The smoked glass is coloured right through with iron
      and manganese. It goes with the Tumblers, and was made on the same day.`,
    facts: [glass, fact('Capacity', '1 litre'), fact('Height', '25 cm'), fact('Care', 'Dishwasher safe')],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'carafe-smoke',
        alt: 'Carafe of smoked brown glass beside a tumbler',
        shows: { colour: 'smoke' },
      },
      { key: 'carafe-clear', alt: 'Carafe of clear glass beside a tumbler', shows: { colour: 'clear' } },
    ],
    variants: [
      variant('QS-CARAFE-SMOKE', { colour: 'smoke' }, 4600, 780, 23),
      variant('QS-CARAFE-CLEAR', { colour: 'clear' }, 4200, 780, 31),
    ],
    featured: true,
  },
  {
    slug: 'tumblers',
    categories: ['kitchen'],
    name: 'Tumblers',
    subtitle: 'Four glasses, heavy in the base',
    description: prose`
      A water glass is picked up more often than any other thing on the table, so it might as well feel
      like something. These are thin at the rim and thick in the base, with a soft edge that was
      fire-polished rather than ground.

      They are not perfectly alike. Put four in a row and one will be a shade taller, which is the reason
      we sell them in fours. The small set is right for wine among friends, the large for water and
      anything with ice.`,
    facts: [
      glass,
      fact('Capacity', 'Small 200 ml, large 320 ml'),
      fact('Contents', 'Four glasses'),
      fact('Care', 'Dishwasher safe'),
    ],
    options: ['colour', 'size'],
    taxCategory: 'standard',
    picture: [
      { key: 'tumblers-smoke', alt: 'Tumblers of smoked brown glass', shows: { colour: 'smoke' } },
      { key: 'tumblers-clear', alt: 'Tumblers of clear glass', shows: { colour: 'clear' } },
    ],
    variants: [
      variant('QS-TUMB-SMOKE-S', { colour: 'smoke', size: 'small' }, 3600, 880, 28),
      variant('QS-TUMB-SMOKE-L', { colour: 'smoke', size: 'large' }, 4200, 1160, 20),
      variant('QS-TUMB-CLEAR-S', { colour: 'clear', size: 'small' }, 3200, 880, 44),
      variant('QS-TUMB-CLEAR-L', { colour: 'clear', size: 'large' }, 3800, 1160, 35),
    ],
  },
  {
    slug: 'storage-jar',
    categories: ['kitchen'],
    name: 'Storage jar',
    subtitle: 'Glass below, cork above, nothing else to break',
    description: prose`
      There is no clip, no rubber ring and no label on this jar: only a straight glass and a stopper cut
      from a single piece of cork, which swells to fit and gets tighter as it gets older.

      The three sizes share one diameter, so they stand in line and the stoppers can be swapped. The
      small jar is right for salt and spices, the medium for rice and oats, and the large for spaghetti,
      standing up, as it should be.`,
    facts: [
      fact('Material', 'Borosilicate glass, natural cork'),
      fact('Capacity', 'Small 0.5, medium 1, large 1.8 litres'),
      fact('Diameter', '11 cm'),
      fact('Care', 'Glass dishwasher safe, wipe the cork'),
    ],
    options: ['size'],
    taxCategory: 'standard',
    picture: [{ key: 'storage-jar', alt: 'Glass jar with a cork stopper, filled with beans' }],
    variants: [
      variant('QS-JAR-S', { size: 'small' }, 1600, 360, 59),
      variant('QS-JAR-M', { size: 'medium' }, 2000, 510, 46),
      variant('QS-JAR-L', { size: 'large' }, 2600, 740, 25),
    ],
  },
  {
    slug: 'cutting-board',
    categories: ['kitchen'],
    name: 'Cutting board',
    subtitle: 'One plank, a handle and a leather loop',
    description: prose`
      Many boards are glued from strips, because strips are cheap and behave. This one is cut from a
      single plank, so it shows the tree as it was, and we choose the planks one at a time.

      It has two faces: keep one for bread and the other for onions. The edges are rounded just enough to
      be lifted from a wet worktop. When it looks tired, oil it, hang it by its loop in the air for a
      night, and it will look better than on the day you bought it.`,
    facts: [
      fact('Material', 'Solid wood, linseed oil'),
      fact('Size', 'Small 20 × 36 cm, large 26 × 48 cm'),
      fact('Thickness', '2 cm'),
      oiled,
    ],
    options: ['material', 'size'],
    taxCategory: 'standard',
    picture: [
      { key: 'cutting-board-oak', alt: 'Oak cutting board with a leather loop', shows: { material: 'oak' } },
      {
        key: 'cutting-board-walnut',
        alt: 'Walnut cutting board with a leather loop',
        shows: { material: 'walnut' },
      },
      {
        key: 'cutting-board-detail',
        alt: 'The handle of an oak board with its leather loop',
        shows: { material: 'oak' },
      },
    ],
    variants: [
      variant('QS-BOARD-OAK-S', { material: 'oak', size: 'small' }, 3900, 850, 33),
      variant('QS-BOARD-OAK-L', { material: 'oak', size: 'large' }, 5900, 1500, 22),
      variant('QS-BOARD-WALNUT-S', { material: 'walnut', size: 'small' }, 4600, 820, 15),
      variant('QS-BOARD-WALNUT-L', { material: 'walnut', size: 'large' }, 6900, 1450, 9),
    ],
  },
  {
    slug: 'wooden-spoons',
    categories: ['kitchen'],
    name: 'Wooden spoons',
    subtitle: 'Three shapes that cover most of cooking',
    description: prose`
      One round, for stirring. One with a corner, for the edge of the pan. One flat, for turning things
      over. We have not met a fourth that earned its place in the jar.

      They are carved from beech that was split rather than sawn, so the fibres run from end to end and
      the handles do not snap. The finish comes from the knife, with no lacquer over it. After a month
      of soup they are smooth, dark at the tip, and entirely yours.`,
    facts: [
      fact('Material', 'Split beech'),
      fact('Length', '28 to 32 cm'),
      fact('Contents', 'Round spoon, corner spoon, spatula'),
      oiled,
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'wooden-spoons', alt: 'Three beech kitchen spoons of different shapes' },
      { key: 'wooden-spoons-detail', alt: 'The necks of wooden spoons hanging side by side' },
    ],
    variants: [variant('QS-SPOONS', {}, 2400, 160, 51)],
  },
  {
    slug: 'rolling-pin',
    categories: ['kitchen'],
    name: 'Rolling pin',
    subtitle: 'Tapered ends, no handles, good balance',
    description: prose`
      Handles on a rolling pin keep the hands away from the dough, which is a pity, because the dough has
      things to say. This pin is one tapered length of oak. You press with the palms and steer with the
      fingers, and the pastry turns out round nearly by itself.

      It is oiled and burnished until flour no longer clings. Two leather-brown rings are scorched into
      the wood with a wire at eighteen centimetres, to measure a tart by.`,
    facts: [
      fact('Material', 'Solid oak'),
      fact('Length', '46 cm'),
      fact('Diameter', '4.5 cm at the middle'),
      oiled,
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'rolling-pin', alt: 'Tapered oak rolling pin with two dark rings' }],
    variants: [variant('QS-PIN', {}, 2800, 540, 26)],
  },
  {
    slug: 'salt-pig',
    categories: ['kitchen', 'ceramics'],
    name: 'Salt pig',
    subtitle: 'Salt within reach, and dry',
    description: prose`
      Cooks do not use salt cellars; they use their fingers. A salt pig stands beside the stove with its
      mouth open, wide enough for three fingers and turned so that steam goes past it and not in.

      The inside is left unglazed, as the raw clay drinks the damp before the salt does. It holds half a
      kilogram of coarse salt. We do not know why it is called a pig. In profile, on certain mornings,
      one has a suspicion.`,
    facts: [
      fact('Material', 'Stoneware, glazed outside'),
      fact('Height', '13 cm'),
      fact('Holds', '500 g of coarse salt'),
      fact('Care', 'Wipe clean, keep dry'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'salt-pig-chalk', alt: 'Chalk white salt pig with a wide mouth', shows: { colour: 'chalk' } },
      { key: 'salt-pig-sea', alt: 'Sea blue salt pig with a wide mouth', shows: { colour: 'sea' } },
      {
        key: 'salt-pig-detail',
        alt: 'The round mouth of a chalk white salt pig',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-SALT-CHALK', { colour: 'chalk' }, 3400, 690, 24),
      variant('QS-SALT-SEA', { colour: 'sea' }, 3400, 690, 18),
    ],
  },
  {
    slug: 'pepper-mill',
    categories: ['kitchen'],
    name: 'Pepper mill',
    subtitle: 'Turned wood around a ceramic grinder',
    description: prose`
      The grinder is ceramic, so it never rusts and grinds salt as readily as pepper. It is set by the
      brass nut on top: tight for dust, loose for something you can hear between the teeth.

      The body is turned with a waist where the fingers want one. It is filled from above, without
      tools, and leaves no ring of pepper on the table, because the bottom edge is cut back by a
      millimetre. We guarantee the grinder for twenty-five years, which is longer than most kitchens.`,
    facts: [
      fact('Material', 'Solid wood, brass'),
      fact('Grinder', 'Ceramic, adjustable'),
      fact('Height', '22 cm'),
      fact('Guarantee', '25 years on the grinder'),
    ],
    options: ['material'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'pepper-mill-oak',
        alt: 'Tall waisted oak pepper mill with a brass nut',
        shows: { material: 'oak' },
      },
      {
        key: 'pepper-mill-walnut',
        alt: 'Tall waisted walnut pepper mill with a brass nut',
        shows: { material: 'walnut' },
      },
      {
        key: 'pepper-mill-detail',
        alt: 'The turned waist and head of an oak pepper mill',
        shows: { material: 'oak' },
      },
    ],
    variants: [
      variant('QS-MILL-OAK', { material: 'oak' }, 5200, 390, 17),
      variant('QS-MILL-WALNUT', { material: 'walnut' }, 5800, 410, 0),
    ],
  },
]
