/** Outdoors: baskets, flasks and blankets for the beach and the garden. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

export const outdoors: DemoProduct[] = [
  {
    slug: 'fisher-basket',
    categories: ['outdoors'],
    name: 'Fisher basket',
    subtitle: 'Open-woven willow with leather handles',
    description: prose`
      Fishermen wove these to carry the catch up from the boat with the water running out on the way. It
      does the same for mussels, for muddy carrots and for a great many wet swimming things.

      The weave is open, so that whatever is inside can breathe. The rim is a rope of three willow rods
      laid around each other, and the handles are bridle leather, stitched and then riveted. Wet it once
      a year under the garden hose and it will outlast the car.`,
    facts: [
      fact('Material', 'Willow, bridle leather'),
      fact('Diameter', 'Small 24, medium 32, large 40 cm'),
      fact('Carries', 'Up to 15 kg'),
      fact('Woven in', 'Poland'),
    ],
    options: ['size'],
    taxCategory: 'standard',
    picture: [
      { key: 'fisher-basket', alt: 'Round willow basket with two leather handles' },
      { key: 'fisher-basket-detail', alt: 'The twisted rim and the weave of a willow basket' },
    ],
    variants: [
      variant('QS-FISH-S', { size: 'small' }, 4800, 620, 22),
      variant('QS-FISH-M', { size: 'medium' }, 6400, 980, 17),
      variant('QS-FISH-L', { size: 'large' }, 8800, 1500, 8),
    ],
    featured: true,
  },
  {
    slug: 'log-basket',
    categories: ['outdoors'],
    name: 'Log basket',
    subtitle: 'Low, wide and strong enough to stand on',
    description: prose`
      A log basket is thrown about more than any other piece of furniture. This one is woven from buff
      willow around stakes as thick as a finger, with a double base that keeps bark and splinters off the
      floor.

      It holds an evening and a half of firewood. In houses without a fire it holds blankets, or toys, or
      the dog. The two handles are woven into the rim and cannot come loose, because there is nothing to
      come loose from.`,
    facts: [
      fact('Material', 'Buff willow'),
      fact('Size', '52 cm across, 30 cm high'),
      fact('Carries', 'Up to 25 kg'),
      fact('Woven in', 'Poland'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'log-basket', alt: 'Low wide willow basket filled with logs' },
      { key: 'log-basket-detail', alt: 'Logs behind the twisted rim of a basket' },
    ],
    variants: [variant('QS-LOGB', {}, 9400, 2400, 12)],
  },
  {
    slug: 'enamel-mug',
    categories: ['outdoors', 'ceramics'],
    name: 'Enamel mug',
    subtitle: 'Steel, fired twice, happy on a fire',
    description: prose`
      Enamel is glass melted on to steel. It can be dropped, boiled and left in the grass for a summer,
      and if a chip appears it is only a place where the mug has been.

      The rim is dark and the inside is white, as is the custom. The handle is riveted wide enough for
      cold hands. Set it on the embers to warm soup, but mind the rim. Half a litre to the brim, or a
      decent coffee with room to walk.`,
    facts: [
      fact('Material', 'Enamelled steel'),
      fact('Capacity', '400 ml'),
      fact('Height', '8.5 cm'),
      fact('Care', 'Dishwasher safe, not for the microwave'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'enamel-mug-harbour',
        alt: 'Dark green enamel mug with a black rim',
        shows: { colour: 'harbour' },
      },
      { key: 'enamel-mug-chalk', alt: 'Chalk white enamel mug with a black rim', shows: { colour: 'chalk' } },
      { key: 'enamel-mug-rust', alt: 'Rust red enamel mug with a black rim', shows: { colour: 'rust' } },
      {
        key: 'enamel-mug-detail',
        alt: 'The dark rim of a green enamel mug from near',
        shows: { colour: 'harbour' },
      },
    ],
    variants: [
      variant('QS-ENAM-HARBOUR', { colour: 'harbour' }, 1400, 170, 73),
      variant('QS-ENAM-CHALK', { colour: 'chalk' }, 1400, 170, 78),
      variant('QS-ENAM-RUST', { colour: 'rust' }, 1400, 170, 56),
    ],
  },
  {
    slug: 'flask',
    categories: ['outdoors'],
    name: 'Flask',
    subtitle: 'Tea at six in the morning, still hot at six in the evening',
    description: prose`
      There is nothing inside the wall of this flask, and that is the point: a vacuum lets almost no
      warmth across. We filled one with boiling water at breakfast and burned a tongue on it at supper.

      The outside is powder-coated, so it does not slip in a wet hand. The lid is a cup, the stopper
      pours without being taken out, and both come apart for cleaning. The small one fits a bicycle cage,
      the large one serves four on a cold beach.`,
    facts: [
      fact('Material', 'Stainless steel, silicone seal'),
      fact('Capacity', 'Small 0.5, large 1 litre'),
      fact('Keeps hot', '12 hours above 60 °C'),
      fact('Care', 'Wash by hand'),
    ],
    options: ['colour', 'size'],
    taxCategory: 'standard',
    picture: [
      { key: 'flask-harbour', alt: 'Dark green flask with a steel collar', shows: { colour: 'harbour' } },
      { key: 'flask-sand', alt: 'Sand coloured flask with a steel collar', shows: { colour: 'sand' } },
      { key: 'flask-rust', alt: 'Rust red flask with a steel collar', shows: { colour: 'rust' } },
    ],
    variants: [
      variant('QS-FLASK-HARBOUR-S', { colour: 'harbour', size: 'small' }, 3400, 340, 45),
      variant('QS-FLASK-HARBOUR-L', { colour: 'harbour', size: 'large' }, 4400, 560, 32),
      variant('QS-FLASK-SAND-S', { colour: 'sand', size: 'small' }, 3400, 340, 41),
      variant('QS-FLASK-SAND-L', { colour: 'sand', size: 'large' }, 4400, 560, 27),
      variant('QS-FLASK-RUST-S', { colour: 'rust', size: 'small' }, 3400, 340, 30),
      variant('QS-FLASK-RUST-L', { colour: 'rust', size: 'large' }, 4400, 560, 5),
    ],
    featured: true,
  },
  {
    slug: 'storm-lantern',
    categories: ['outdoors', 'light'],
    name: 'Storm lantern',
    subtitle: 'Burns paraffin, or a candle on calm nights',
    description: prose`
      The draught that feeds this lantern comes down through its own frame, already warm, so the flame
      stands still when everything else on the terrace has blown over. The principle is a hundred and
      fifty years old and nobody has found a better one.

      Lift the glass by its lever, light the wick and lower it again. A filling burns for eighteen hours.
      Hang it in a tree, carry it to the beach, or stand it in the window for somebody who is late.`,
    facts: [
      fact('Material', 'Tin-plated steel, heat-proof glass'),
      fact('Height', '27 cm'),
      fact('Burns', '18 hours on 0.3 litres'),
      fact('Use', 'Outdoors, or with a window open'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'storm-lantern-soot', alt: 'Lit soot black storm lantern', shows: { colour: 'soot' } },
      { key: 'storm-lantern-rust', alt: 'Lit rust red storm lantern', shows: { colour: 'rust' } },
    ],
    variants: [
      variant('QS-STORM-SOOT', { colour: 'soot' }, 4900, 740, 20),
      variant('QS-STORM-RUST', { colour: 'rust' }, 4900, 740, 15),
    ],
  },
  {
    slug: 'picnic-blanket',
    categories: ['outdoors', 'textiles'],
    name: 'Picnic blanket',
    subtitle: 'Wool above, waxed cotton below, a strap to carry it',
    description: prose`
      Grass is usually damper than it looks. The underside of this blanket is waxed cotton, which lets
      nothing through, and the upper side is wool from the ends of other blankets, so every one is a
      slightly different check.

      It seats four people with a basket between them. Roll it up with the wax outside, pull the leather
      strap tight and carry it like a case. Hang it to dry before you put it away, and brush off the
      crumbs when you get round to it.`,
    facts: [
      fact('Material', 'Recycled wool, waxed cotton'),
      fact('Size', '140 × 170 cm'),
      fact('Strap', 'Vegetable-tanned leather'),
      fact('Care', 'Brush and air, do not wash'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'picnic-blanket-rust',
        alt: 'Rolled rust check blanket in a leather strap',
        shows: { colour: 'rust' },
      },
      {
        key: 'picnic-blanket-sea',
        alt: 'Rolled sea blue check blanket in a leather strap',
        shows: { colour: 'sea' },
      },
      {
        key: 'picnic-blanket-detail',
        alt: 'The leather handle and stripes of a rolled blanket',
        shows: { colour: 'rust' },
      },
    ],
    variants: [
      variant('QS-PICNIC-RUST', { colour: 'rust' }, 7900, 1350, 18),
      variant('QS-PICNIC-SEA', { colour: 'sea' }, 6900, 1350, 13, 7900),
    ],
  },
  {
    slug: 'watering-can',
    categories: ['outdoors'],
    name: 'Watering can',
    subtitle: 'A long spout, a low weight, no puddle',
    description: prose`
      Watering cans are mostly carried half full and poured at arm's length, which is where the bad ones
      give themselves away. The handle of ours runs from the front of the rim down to the back of the
      base, so that the hand slides along as the can grows lighter.

      The spout is long and thin and lays the water exactly at the foot of the plant. It is pretty enough
      to stay on the sill between two waterings, which is the surest way to have plants watered.`,
    facts: [
      fact('Material', 'Powder-coated steel'),
      fact('Capacity', '1.5 litres'),
      fact('Height', '24 cm'),
      fact('Use', 'Indoors and out; empty before frost'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'watering-can-sage',
        alt: 'Sage green watering can with a long spout',
        shows: { colour: 'sage' },
      },
      {
        key: 'watering-can-soot',
        alt: 'Soot black watering can with a long spout',
        shows: { colour: 'soot' },
      },
    ],
    variants: [
      variant('QS-WATER-SAGE', { colour: 'sage' }, 3900, 720, 25),
      variant('QS-WATER-SOOT', { colour: 'soot' }, 3900, 720, 19),
    ],
  },
  {
    slug: 'market-tote',
    categories: ['outdoors', 'textiles'],
    name: 'Market tote',
    subtitle: 'Canvas for the shopping, long handles for the shoulder',
    description: prose`
      Cotton bags are everywhere and nearly all are too thin, too shallow or too talkative. This one is
      sewn from sailcloth, stands up by itself while you fill it, and says nothing at all.

      The handles go right round the bottom, so it is the bag that carries the weight and not the seams.
      There is one pocket inside for keys and one outside for a newspaper or a bunch of leeks. It can be
      washed, though it looks better when it has seen a few markets.`,
    facts: [
      fact('Material', 'Cotton sailcloth, 420 g/m²'),
      fact('Size', '42 × 38 × 16 cm'),
      fact('Carries', 'Up to 18 kg'),
      fact('Care', 'Machine wash at 30 °C'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      { key: 'market-tote-oat', alt: 'Oat canvas tote bag with long handles', shows: { colour: 'oat' } },
      {
        key: 'market-tote-harbour',
        alt: 'Dark green canvas tote bag with long handles',
        shows: { colour: 'harbour' },
      },
      {
        key: 'market-tote-detail',
        alt: 'The leather handles of an oat-coloured canvas bag',
        shows: { colour: 'oat' },
      },
    ],
    variants: [
      variant('QS-TOTE-OAT', { colour: 'oat' }, 3600, 430, 47),
      variant('QS-TOTE-HARBOUR', { colour: 'harbour' }, 3600, 430, 34),
    ],
  },
]
