/** More candles, what holds them and what puts them out. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const wax = fact('Wax', 'Rapeseed and beeswax, cotton wick')

export const candlelight: DemoProduct[] = [
  {
    slug: 'tin-traveller',
    categories: ['light'],
    name: 'Tin traveller',
    subtitle: 'A candle with a lid, for rooms that are not yours',
    description: prose`
      Hotel rooms smell of other people, holiday cottages of last winter. This candle closes with a lid,
      fits between two shirts and makes a strange table your own within a quarter of an hour.

      It burns for twenty hours, which is a week of evenings. Close the lid to put it out: no smoke, no
      breath needed. The tin is the one our teas come in, cut short, and later it keeps stamps, screws or
      fishing hooks from getting about.`,
    facts: [
      wax,
      fact('Burning time', 'About 20 hours'),
      fact('Height', '5 cm'),
      fact('Vessel', 'Tinplate, with lid'),
    ],
    options: ['scent'],
    taxCategory: 'standard',
    picture: [{ key: 'tin-traveller', alt: 'Lit candle in a low tin, its lid leaning against it' }],
    variants: [
      variant('QS-TCAN-FENNEL', { scent: 'fennel' }, 1600, 190, 58),
      variant('QS-TCAN-DRIFT', { scent: 'driftwood' }, 1600, 190, 47),
    ],
  },
  {
    slug: 'pillar-candles',
    categories: ['light'],
    name: 'Pillar candles',
    subtitle: 'Three heights of one thickness, best in company',
    description: prose`
      A pillar stands by itself and needs no holder, only a plate. These are pressed in wooden moulds and
      left for three weeks, because young wax burns fast and old wax burns straight.

      They are the colour of the wax itself, which is nearly that of cream. Give each at least an hour
      the first time, until it has melted to the rim: a candle remembers its first evening and will follow
      it down to the end. One of each height, close together, lights a table for eight.`,
    facts: [
      wax,
      fact('Height', 'Small 7.5, medium 13, large 19 cm'),
      fact('Diameter', '7 cm'),
      fact('Burning time', '30, 55 and 80 hours'),
    ],
    options: ['size'],
    taxCategory: 'standard',
    picture: [{ key: 'pillar-candles', alt: 'Three lit pillar candles of different heights' }],
    variants: [
      variant('QS-PILLAR-S', { size: 'small' }, 900, 270, 64),
      variant('QS-PILLAR-M', { size: 'medium' }, 1400, 470, 51),
      variant('QS-PILLAR-L', { size: 'large' }, 1900, 690, 38),
    ],
  },
  {
    slug: 'brass-holders',
    categories: ['light'],
    name: 'Brass holders',
    subtitle: 'A pair, turned on a lathe and heavy enough to trust',
    description: prose`
      Most candlesticks fail at one thing: they hold the candle too loosely or not at all. In these, three
      cuts in the socket give the brass a little spring, so every ordinary taper stands upright without
      paper, matches or melted wax.

      They are turned from the solid and left without lacquer. Polish them for guests, or leave them to
      go brown like door handles in old houses. A wide foot catches what drips. Sold as a pair, as
      candles are lonely by themselves.`,
    facts: [
      fact('Material', 'Solid brass'),
      fact('Height', '4.6 cm'),
      fact('Fits', 'Candles of 2.2 cm'),
      fact('Contents', 'Two holders'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'brass-holders', alt: 'Two low brass candle holders, one with a lit chalk candle' }],
    variants: [variant('QS-BRASS-2', {}, 4800, 540, 24)],
  },
  {
    slug: 'clay-holder',
    categories: ['light', 'ceramics'],
    name: 'Chamberstick',
    subtitle: 'A saucer, a socket and a loop for one finger',
    description: prose`
      Before there were switches, everybody went to bed with one of these. The saucer catches the wax, the
      loop keeps it level on the stairs, and the free hand shields the flame.

      Ours is thrown in two parts and joined while the clay is soft. It is glazed all over and so comes
      clean under hot water. On nights when the power fails it is found first, because it has been on the
      windowsill all along, looking good.`,
    facts: [
      fact('Material', 'Stoneware, food-safe glaze'),
      fact('Diameter', '14 cm'),
      fact('Fits', 'Candles of 2.2 cm'),
      fact('Care', 'Dishwasher safe'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'clay-holder-clay',
        alt: 'Clay red candle saucer with a loop, its candle lit',
        shows: { colour: 'clay' },
      },
      {
        key: 'clay-holder-soot',
        alt: 'Soot black candle saucer with a loop, its candle lit',
        shows: { colour: 'soot' },
      },
    ],
    variants: [
      variant('QS-CHAMB-CLAY', { colour: 'clay' }, 2900, 380, 26),
      variant('QS-CHAMB-SOOT', { colour: 'soot' }, 2900, 380, 20),
    ],
  },
  {
    slug: 'tealights',
    categories: ['light'],
    name: 'Tealights',
    subtitle: 'Six of beeswax, in cups that are filled again',
    description: prose`
      The cup is what is wrong with most tealights: an evening's light and then a piece of metal for the
      bin. Ours are made of steel and stay. When they are empty, drop in a new light; refills come by the
      dozen in a paper bag.

      The wax is mostly from bees and smells faintly of honey when it is warm. Each burns for five hours
      and does not smoke. They fit lanterns, warmers and the paper boats children send down the river
      in August.`,
    facts: [
      wax,
      fact('Burning time', 'About 5 hours each'),
      fact('Diameter', '3.8 cm'),
      fact('Contents', 'Six lights in steel cups'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'tealights', alt: 'Six tealights in metal cups, three of them lit' }],
    variants: [variant('QS-TEAL-6', {}, 1200, 150, 72)],
  },
  {
    slug: 'candle-snuffer',
    categories: ['light'],
    name: 'Candle snuffer',
    subtitle: 'Ends the evening without a thread of smoke',
    description: prose`
      Blow out a candle and the room smells of birthday for half an hour. Set a small bell over the flame,
      count to three, and it is out: the wick stays where it was and no wax flies on to the cloth.

      The bell is spun, the stem drawn from one rod of brass with a slight bend where a wrist would have
      one. Children will fight for the job. It hangs by its knob from a nail or lies beside the candles
      and looks like a musical instrument.`,
    facts: [fact('Material', 'Solid brass'), fact('Length', '19 cm'), fact('Care', 'None, or metal polish')],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'candle-snuffer', alt: 'Brass candle snuffer with a small bell, lying' }],
    variants: [variant('QS-SNUFF', {}, 2600, 90, 31)],
  },
  {
    slug: 'incense-dish',
    categories: ['light', 'ceramics'],
    name: 'Incense dish',
    subtitle: 'Holds one stick at a slant and keeps the ash',
    description: prose`
      Ash falls where it likes, unless the dish is longer than the stick leans. This one was measured
      against the sticks we burn ourselves: the little cone holds them at an angle, and everything that
      drops lands on glaze.

      It is oval like our soap dish and comes from the same hands. Rinse it once a week. Between times
      it keeps earrings, keys or the two buttons that have come off a coat. Comes with ten sticks of cedar
      and salt.`,
    facts: [
      fact('Material', 'Stoneware, food-safe glaze'),
      fact('Size', '19 × 15 cm'),
      fact('Contents', 'Dish, ten sticks of incense'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'incense-dish-sage',
        alt: 'Sage green dish with a burning stick of incense',
        shows: { colour: 'sage' },
      },
      {
        key: 'incense-dish-clay',
        alt: 'Clay red dish with a burning stick of incense',
        shows: { colour: 'clay' },
      },
    ],
    variants: [
      variant('QS-INC-SAGE', { colour: 'sage' }, 2700, 320, 29),
      variant('QS-INC-CLAY', { colour: 'clay' }, 2700, 320, 23),
    ],
  },
]
