/** Ceramics: stoneware for the table and the window sill. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const stoneware = fact('Material', 'Stoneware, food-safe glaze')
const machineSafe = fact('Care', 'Dishwasher and microwave safe')
const alentejo = fact('Made in', 'Portugal')

export const ceramics: DemoProduct[] = [
  {
    slug: 'tide-mug',
    categories: ['ceramics'],
    name: 'Tide mug',
    subtitle: 'A generous mug, dipped by hand to its own waterline',
    description: prose`
      Every Tide mug is held by the foot and lowered into the glaze, then lifted out before it has
      time to think. The line it leaves is never quite level, so no two are the same and yours is easy
      to find on a crowded table.

      The wall is thin at the lip and thick at the base, which keeps coffee warm without making the mug
      heavy. The handle takes three fingers. The foot is left bare and sanded smooth, so it will not
      mark a wooden table.`,
    facts: [
      stoneware,
      fact('Capacity', 'Small 250 ml, large 380 ml'),
      fact('Height', 'Small 8.5 cm, large 10 cm'),
      machineSafe,
      alentejo,
    ],
    options: ['colour', 'size'],
    taxCategory: 'standard',
    picture: [
      { key: 'tide-mug-sea', alt: 'White speckled mug with a sea blue dipped top', shows: { colour: 'sea' } },
      {
        key: 'tide-mug-sage',
        alt: 'White speckled mug with a sage green dipped top',
        shows: { colour: 'sage' },
      },
      {
        key: 'tide-mug-clay',
        alt: 'White speckled mug with a clay red dipped top',
        shows: { colour: 'clay' },
      },
      {
        key: 'tide-mug-soot',
        alt: 'White speckled mug with a soot black dipped top',
        shows: { colour: 'soot' },
      },
      {
        key: 'tide-mug-detail',
        alt: 'The rim of a speckled mug from near, dipped in sea blue',
        shows: { colour: 'sea' },
      },
    ],
    variants: [
      variant('QS-TIDE-SEA-S', { colour: 'sea', size: 'small' }, 2400, 310, 42),
      variant('QS-TIDE-SEA-L', { colour: 'sea', size: 'large' }, 2800, 390, 36),
      variant('QS-TIDE-SAGE-S', { colour: 'sage', size: 'small' }, 2400, 310, 28),
      variant('QS-TIDE-SAGE-L', { colour: 'sage', size: 'large' }, 2800, 390, 19),
      variant('QS-TIDE-CLAY-S', { colour: 'clay', size: 'small' }, 2400, 310, 33),
      variant('QS-TIDE-CLAY-L', { colour: 'clay', size: 'large' }, 2800, 390, 3),
      variant('QS-TIDE-SOOT-S', { colour: 'soot', size: 'small' }, 2400, 310, 25),
      variant('QS-TIDE-SOOT-L', { colour: 'soot', size: 'large' }, 2800, 390, 21),
    ],
    abroad: {
      'QS-TIDE-SEA-S': { USD: 2900, JPY: 4200 },
      'QS-TIDE-SEA-L': { USD: 3400, JPY: 4900 },
      'QS-TIDE-SAGE-S': { USD: 2900, JPY: 4200 },
      'QS-TIDE-SAGE-L': { USD: 3400, JPY: 4900 },
      'QS-TIDE-CLAY-S': { USD: 2900, JPY: 4200 },
      'QS-TIDE-CLAY-L': { USD: 3400, JPY: 4900 },
      'QS-TIDE-SOOT-S': { USD: 2900, JPY: 4200 },
      'QS-TIDE-SOOT-L': { USD: 3400, JPY: 4900 },
    },
    featured: true,
  },
  {
    slug: 'pilot-mug',
    categories: ['ceramics'],
    name: 'Pilot mug',
    subtitle: 'Straight-sided, low and hard to knock over',
    description: prose`
      Harbour pilots drink standing up, on decks that do not keep still. This mug is made for them: wide
      in the foot, straight in the wall, and low enough to stay where you put it.

      The glaze is satin rather than shiny and pleasant to hold. Where it runs thin over the rim, the
      clay shows through in a fine brown line. It stacks two high, which is one more than most mugs
      manage, and the handle leaves room for a glove.`,
    facts: [stoneware, fact('Capacity', '300 ml'), fact('Height', '8 cm'), machineSafe, alentejo],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'pilot-mug-chalk',
        alt: 'Low chalk white mug with a brown rim line',
        shows: { colour: 'chalk' },
      },
      {
        key: 'pilot-mug-harbour',
        alt: 'Low dark green mug with a brown rim line',
        shows: { colour: 'harbour' },
      },
      {
        key: 'pilot-mug-sand',
        alt: 'Low sand coloured mug with a brown rim line',
        shows: { colour: 'sand' },
      },
      {
        key: 'pilot-mug-detail',
        alt: 'The brown rim line of a chalk white mug from near',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-PILOT-CHALK', { colour: 'chalk' }, 2200, 340, 54),
      variant('QS-PILOT-HARBOUR', { colour: 'harbour' }, 2200, 340, 38),
      variant('QS-PILOT-SAND', { colour: 'sand' }, 2200, 340, 47),
    ],
  },
  {
    slug: 'espresso-cup',
    categories: ['ceramics'],
    name: 'Espresso cup',
    subtitle: 'Small, thick and warm to the last sip',
    description: prose`
      An espresso is gone in four sips, and the cup should keep up. Ours is rounded inside, so that the
      crema folds back over itself, and thick in the wall, so that the last sip is as warm as the first.

      It comes without a saucer because a saucer is one more thing to wash. The handle is a small loop
      that fits one finger and leaves the thumb to steady the rim. Sold in pairs or in fours, boxed in
      recycled card.`,
    facts: [stoneware, fact('Capacity', '80 ml'), fact('Height', '6 cm'), machineSafe, alentejo],
    options: ['colour', 'set'],
    taxCategory: 'standard',
    picture: [
      { key: 'espresso-cup-chalk', alt: 'Two small chalk white espresso cups', shows: { colour: 'chalk' } },
      { key: 'espresso-cup-clay', alt: 'Two small clay red espresso cups', shows: { colour: 'clay' } },
      { key: 'espresso-cup-sea', alt: 'Two small sea blue espresso cups', shows: { colour: 'sea' } },
      {
        key: 'espresso-cup-detail',
        alt: 'A small white cup with its round handle from near',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-ESPR-CHALK-2', { colour: 'chalk', set: 'two' }, 2600, 320, 40),
      variant('QS-ESPR-CHALK-4', { colour: 'chalk', set: 'four' }, 4800, 640, 22),
      variant('QS-ESPR-CLAY-2', { colour: 'clay', set: 'two' }, 2600, 320, 31),
      variant('QS-ESPR-CLAY-4', { colour: 'clay', set: 'four' }, 4800, 640, 16),
      variant('QS-ESPR-SEA-2', { colour: 'sea', set: 'two' }, 2600, 320, 27),
      variant('QS-ESPR-SEA-4', { colour: 'sea', set: 'four' }, 4800, 640, 12),
    ],
  },
  {
    slug: 'harbour-bowl',
    categories: ['ceramics', 'kitchen'],
    name: 'Harbour bowl',
    subtitle: 'A wide, open bowl for the middle of the table',
    description: prose`
      This is the bowl that stays out. On Monday it holds keys and lemons, on Friday a salad for six, and
      nobody ever finds the time to put it back in the cupboard.

      It stands on a narrow foot and opens in one long curve, so it looks lighter than it is. The glaze
      pools towards the centre and is left to do as it likes. Each bowl leaves the kiln a little darker
      or lighter than the one beside it.`,
    facts: [
      stoneware,
      fact('Diameter', 'Medium 24 cm, large 32 cm'),
      fact('Height', 'Medium 9 cm, large 11 cm'),
      machineSafe,
      alentejo,
    ],
    options: ['colour', 'size'],
    taxCategory: 'standard',
    picture: [
      { key: 'harbour-bowl-sea', alt: 'Wide open bowl in sea blue glaze', shows: { colour: 'sea' } },
      { key: 'harbour-bowl-chalk', alt: 'Wide open bowl in chalk white glaze', shows: { colour: 'chalk' } },
      { key: 'harbour-bowl-sage', alt: 'Wide open bowl in sage green glaze', shows: { colour: 'sage' } },
      {
        key: 'harbour-bowl-detail',
        alt: 'A blue bowl from above, with rings in its glaze',
        shows: { colour: 'sea' },
      },
    ],
    variants: [
      variant('QS-HBOWL-SEA-M', { colour: 'sea', size: 'medium' }, 4200, 820, 24),
      variant('QS-HBOWL-SEA-L', { colour: 'sea', size: 'large' }, 6400, 1450, 14),
      variant('QS-HBOWL-CHALK-M', { colour: 'chalk', size: 'medium' }, 4200, 820, 30),
      variant('QS-HBOWL-CHALK-L', { colour: 'chalk', size: 'large' }, 6400, 1450, 9),
      variant('QS-HBOWL-SAGE-M', { colour: 'sage', size: 'medium' }, 4200, 820, 18),
      variant('QS-HBOWL-SAGE-L', { colour: 'sage', size: 'large' }, 6400, 1450, 4),
    ],
  },
  {
    slug: 'breakfast-bowl',
    categories: ['ceramics'],
    name: 'Breakfast bowl',
    subtitle: 'Deep enough for porridge, small enough to hold',
    description: prose`
      A bowl to be eaten from with both hands around it. The wall rises almost straight from a round
      belly, which keeps the milk in the bowl when you read at the table.

      It is glazed inside in off-white, whatever the colour outside, because fruit looks best on a pale
      ground. Four of them stack into a neat tower no higher than a bottle of milk. The bare ring under
      the foot is polished, so they do not scratch each other.`,
    facts: [stoneware, fact('Capacity', '550 ml'), fact('Diameter', '14 cm'), machineSafe, alentejo],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'breakfast-bowl-oat', alt: 'Deep oat coloured bowl, pale inside', shows: { colour: 'oat' } },
      { key: 'breakfast-bowl-sea', alt: 'Deep sea blue bowl, pale inside', shows: { colour: 'sea' } },
      { key: 'breakfast-bowl-clay', alt: 'Deep clay red bowl, pale inside', shows: { colour: 'clay' } },
      { key: 'breakfast-bowl-soot', alt: 'Deep soot black bowl, pale inside', shows: { colour: 'soot' } },
      {
        key: 'breakfast-bowl-detail',
        alt: 'The inside of an oat-coloured bowl from near',
        shows: { colour: 'oat' },
      },
    ],
    variants: [
      variant('QS-BBOWL-OAT', { colour: 'oat' }, 1900, 420, 61),
      variant('QS-BBOWL-SEA', { colour: 'sea' }, 1900, 420, 48),
      variant('QS-BBOWL-CLAY', { colour: 'clay' }, 1900, 420, 35),
      variant('QS-BBOWL-SOOT', { colour: 'soot' }, 1900, 420, 29),
    ],
  },
  {
    slug: 'dinner-plate',
    categories: ['ceramics'],
    name: 'Dinner plate',
    subtitle: 'Flat, quiet and slightly out of round',
    description: prose`
      A plate should frame the food and then be forgotten. This one is flat across the middle with a low,
      upright edge that gives the fork something to push against and keeps a sauce where it belongs.

      The rim is trimmed by hand on a slow wheel, so it wanders by a millimetre or two. You will notice
      it once, the first time you wipe one dry, and after that other plates will look a little strict.
      Six fit in the space of five ordinary ones.`,
    facts: [stoneware, fact('Diameter', '27 cm'), fact('Height', '2.5 cm'), machineSafe, alentejo],
    options: ['colour', 'set'],
    taxCategory: 'standard',
    picture: [
      { key: 'dinner-plate-chalk', alt: 'Stack of flat chalk white plates', shows: { colour: 'chalk' } },
      { key: 'dinner-plate-sage', alt: 'Stack of flat sage green plates', shows: { colour: 'sage' } },
      {
        key: 'dinner-plate-detail',
        alt: 'The brown edges of four stacked chalk white plates',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-PLATE-CHALK-1', { colour: 'chalk', set: 'one' }, 2300, 680, 72),
      variant('QS-PLATE-CHALK-4', { colour: 'chalk', set: 'four' }, 7900, 2720, 20, 9200),
      variant('QS-PLATE-SAGE-1', { colour: 'sage', set: 'one' }, 2300, 680, 64),
      variant('QS-PLATE-SAGE-4', { colour: 'sage', set: 'four' }, 7900, 2720, 17, 9200),
    ],
  },
  {
    slug: 'breakfast-set',
    categories: ['ceramics'],
    name: 'Breakfast set',
    subtitle: 'A table laid for one, in your colours',
    description: prose`
      A mug, a bowl and a plate are all a breakfast needs, and all a shelf has room for in most first
      kitchens. We put them together because people kept doing it themselves at the counter, holding a
      bowl against a mug and looking at the window.

      Choose the mug and the bowl; the plate is chalk white and goes with either. Nothing has to match.
      The three cost less together than one by one, and each can be replaced alone when somebody drops
      it, which somebody will.`,
    facts: [stoneware, fact('Inside', 'Tide mug, breakfast bowl, dinner plate'), machineSafe, alentejo],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'breakfast-set', alt: 'A sea blue mug and an oat bowl before a chalk white plate' },
      { key: 'breakfast-set-detail', alt: 'A dipped mug beside a plate and a bowl from near' },
    ],
    variants: [variant('QS-BREAKFAST', {}, 5800, 1410, 0)],
    bundle: {
      parts: ['QS-PLATE-CHALK-1'],
      choices: [
        {
          name: 'Mug',
          skus: ['QS-TIDE-SEA-S', 'QS-TIDE-SAGE-S', 'QS-TIDE-CLAY-S', 'QS-TIDE-SOOT-S'],
        },
        { name: 'Bowl', skus: ['QS-BBOWL-OAT', 'QS-BBOWL-SEA', 'QS-BBOWL-CLAY', 'QS-BBOWL-SOOT'] },
      ],
    },
    featured: true,
  },
  {
    slug: 'bottle-vase',
    categories: ['ceramics'],
    name: 'Bottle vase',
    subtitle: 'A round body and a narrow neck, for one good branch',
    description: prose`
      Most flowers are arranged too much. The Bottle vase has room for one branch, or three stems at
      most, and holds them upright in a neck no wider than a thumb.

      The body is thrown in one piece and dipped to the shoulder, like the Tide mug, so the two belong
      together on a table. It is glazed inside and does not sweat on wood. On days without a branch it
      looks perfectly finished by itself, which is more than can be said of most vases.`,
    facts: [
      stoneware,
      fact('Height', '21 cm'),
      fact('Opening', '3 cm'),
      fact('Care', 'Wash by hand'),
      alentejo,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'bottle-vase-sea',
        alt: 'Round vase with a sea blue neck and a leafy branch',
        shows: { colour: 'sea' },
      },
      {
        key: 'bottle-vase-chalk',
        alt: 'Round chalk white vase with a leafy branch',
        shows: { colour: 'chalk' },
      },
      {
        key: 'bottle-vase-rust',
        alt: 'Round vase with a rust neck and a leafy branch',
        shows: { colour: 'rust' },
      },
      {
        key: 'bottle-vase-detail',
        alt: 'The line where blue glaze meets bare clay on a vase',
        shows: { colour: 'sea' },
      },
    ],
    variants: [
      variant('QS-BVASE-SEA', { colour: 'sea' }, 5200, 980, 22),
      variant('QS-BVASE-CHALK', { colour: 'chalk' }, 4900, 980, 26),
      variant('QS-BVASE-RUST', { colour: 'rust' }, 5200, 980, 11),
    ],
    featured: true,
  },
  {
    slug: 'moon-vase',
    categories: ['ceramics'],
    name: 'Moon vase',
    subtitle: 'Two bowls joined rim to rim, and a seam you can feel',
    description: prose`
      A moon jar is made from two bowls, one turned over and set upon the other. The seam never quite
      disappears, and potters stopped trying to hide it some four hundred years ago.

      Run a hand around the middle and you will find ours. The surface is matt and a little chalky, the
      opening wide enough for a loose bunch from the garden. The small one suits a bedside table, the
      large one the floor of a hall or the foot of a stair.`,
    facts: [
      fact('Material', 'Stoneware, matt glaze'),
      fact('Height', 'Small 14 cm, medium 22 cm, large 34 cm'),
      fact('Care', 'Wipe with a damp cloth'),
      alentejo,
    ],
    options: ['colour', 'size'],
    taxCategory: 'standard',
    picture: [
      { key: 'moon-vase-chalk', alt: 'Full round vase in matt chalk white', shows: { colour: 'chalk' } },
      { key: 'moon-vase-soot', alt: 'Full round vase in matt soot black', shows: { colour: 'soot' } },
      {
        key: 'moon-vase-detail',
        alt: 'The mouth and shoulder of a round white vase from near',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-MOON-CHALK-S', { colour: 'chalk', size: 'small' }, 3800, 620, 27),
      variant('QS-MOON-CHALK-M', { colour: 'chalk', size: 'medium' }, 6900, 1480, 15),
      variant('QS-MOON-CHALK-L', { colour: 'chalk', size: 'large' }, 14900, 3900, 2),
      variant('QS-MOON-SOOT-S', { colour: 'soot', size: 'small' }, 3800, 620, 19),
      variant('QS-MOON-SOOT-M', { colour: 'soot', size: 'medium' }, 6900, 1480, 10),
      variant('QS-MOON-SOOT-L', { colour: 'soot', size: 'large' }, 14900, 3900, 0),
    ],
  },
  {
    slug: 'teapot',
    categories: ['ceramics', 'tea'],
    name: 'Round teapot',
    subtitle: 'Pours to the last drop and does not drip',
    description: prose`
      A teapot has one job that most get wrong. We filled ours three hundred times, changing the angle of
      the spout by a degree at a time, until it stopped pouring the moment the wrist did.

      It makes four cups. A strainer of fine holes is cut into the clay behind the spout, so loose leaves
      can swim freely in the pot. The lid sits deep in its collar and stays there, even at the end of the
      pouring.`,
    facts: [
      stoneware,
      fact('Capacity', '900 ml'),
      fact('Height', '15 cm'),
      fact('Care', 'Rinse with hot water, no soap'),
      alentejo,
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'teapot-soot', alt: 'Round soot black teapot with a short spout', shows: { colour: 'soot' } },
      { key: 'teapot-sage', alt: 'Round sage green teapot with a short spout', shows: { colour: 'sage' } },
      {
        key: 'teapot-detail',
        alt: 'The lid and the knob of a soot black teapot from near',
        shows: { colour: 'soot' },
      },
    ],
    variants: [
      variant('QS-TEAPOT-SOOT', { colour: 'soot' }, 6800, 870, 13),
      variant('QS-TEAPOT-SAGE', { colour: 'sage' }, 6800, 870, 1),
    ],
  },
]
