/** Soap and bath: bars, what they lie on, and what hands need after a day of rope and soil. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct } from './types.ts'

const bar = fact('Weight', '120 g')
const base = fact('Base', 'Olive and coconut oil, shea butter')
const cured = fact('Cured', 'Eight weeks')
const marseille = fact('Made in', 'France')

export const bath: DemoProduct[] = [
  {
    slug: 'soap-sea-fennel',
    categories: ['bath'],
    name: 'Sea Fennel soap',
    subtitle: 'Green, salty and quiet, with flecks of dried herb',
    description: prose`
      Sea fennel grows where the spray still reaches, and smells of anise, iodine and cut grass at once.
      We buy it dried from two sisters in Brittany, who have a licence and a rope, and stir it into the
      soap at the last moment, so that the green stays green.

      The flecks scrub a little, enough for garden hands and not too much for faces. The bar is cut by
      wire, cured for eight weeks and wrapped in a band of paper that you can plant.`,
    facts: [bar, base, fact('Scent', 'Sea fennel, anise, cut grass'), cured, marseille],
    options: [],
    taxCategory: 'standard',
    picture: [
      {
        key: 'soap-sea-fennel',
        alt: 'Two green soap bars with flecks of herb, the upper one in a paper band',
      },
      { key: 'soap-sea-fennel-detail', alt: 'The corner of a green soap with flecks of fennel in its band' },
    ],
    variants: [variant('QS-SOAP-FENNEL', {}, 850, 130, 64)],
    featured: true,
  },
  {
    slug: 'soap-oat-milk',
    categories: ['bath'],
    name: 'Oat Milk soap',
    subtitle: 'Unscented, mild, and good for dry winters',
    description: prose`
      The plainest soap we sell, and the one that people come back for. Oats are soaked overnight, pressed,
      and the milk takes the place of water in the pot. Nothing is added that smells of anything, and what
      is left is the faint, clean scent of porridge.

      It lathers thickly and rinses off at once. People with sensitive skin tell us that it is the first
      bar that does not itch. It lasts about five weeks if it may dry between two washes.`,
    facts: [bar, base, fact('Scent', 'None added'), cured, marseille],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'soap-oat-milk', alt: 'Two cream coloured soap bars, the upper one in a paper band' },
      { key: 'soap-oat-milk-detail', alt: 'The corner of a cream soap with flecks of oat in its band' },
    ],
    variants: [variant('QS-SOAP-OAT', {}, 850, 130, 58)],
  },
  {
    slug: 'soap-charcoal',
    categories: ['bath'],
    name: 'Charcoal soap',
    subtitle: 'Black in the dish, white in the hand',
    description: prose`
      Birch charcoal, ground as fine as flour, turns the bar as black as a tarred hull. The foam is white all
      the same, and leaves neither streaks on the basin nor grey in the towel. We have tried both, with
      a white towel, for a year.

      Charcoal takes up oil and the smell of fish, smoke and engines. There is a little cedar in it and a
      little juniper, so that a bathroom smells like a boat shed in the good sense.`,
    facts: [bar, base, fact('Scent', 'Cedar, juniper'), cured, marseille],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'soap-charcoal', alt: 'Two black soap bars, the upper one in a paper band' },
      { key: 'soap-charcoal-detail', alt: 'The corner of a charcoal black soap in its paper band' },
    ],
    variants: [variant('QS-SOAP-CHARCOAL', {}, 900, 130, 41)],
  },
  {
    slug: 'soap-clay-rose',
    categories: ['bath'],
    name: 'Clay Rose soap',
    subtitle: 'Rose geranium and a spoonful of red clay',
    description: prose`
      Rose oil is dear, and honest soap makers use rose geranium, which smells of roses that have been out in
      the rain. Red clay from the Luberon gives the colour and a slip that makes it a good bar to shave
      with.

      The scent stays on the skin for about as long as it takes to dress. The clay settles while the soap
      cures, so that every bar has its own strata, and the last sliver is often the prettiest part of
      it.`,
    facts: [bar, base, fact('Scent', 'Rose geranium'), cured, marseille],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'soap-clay-rose', alt: 'Two rose coloured soap bars, the upper one in a paper band' },
      { key: 'soap-clay-rose-detail', alt: 'The corner of a rose-coloured soap in its paper band' },
    ],
    variants: [variant('QS-SOAP-ROSE', {}, 900, 130, 47)],
  },
  {
    slug: 'soap-pine-tar',
    categories: ['bath'],
    name: 'Pine Tar soap',
    subtitle: 'Smells of rope, smoke and northern summers',
    description: prose`
      Pine tar was burned for ships, to keep water out of wood and rope. A little of it in a soap keeps scalps
      and elbows calm, as every Scandinavian grandmother knows, and smells of campfires and old
      boats.

      Not everybody likes it, and those who do like nothing else. It is a brown bar with a brown lather
      that rinses clear. Keep it away from the linen napkins, and give it a dish of its own, because its
      scent is generous and stays for a while.`,
    facts: [bar, base, fact('Scent', 'Pine tar, smoke'), cured, fact('Made in', 'Sweden')],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'soap-pine-tar', alt: 'Two brown soap bars, the upper one in a paper band' },
      { key: 'soap-pine-tar-detail', alt: 'The corner of a brown soap in its paper band' },
    ],
    variants: [variant('QS-SOAP-TAR', {}, 900, 130, 33)],
  },
  {
    slug: 'soap-gift-set',
    categories: ['bath'],
    name: 'Soap gift set',
    subtitle: 'Three bars in a card box, ready to be given',
    description: prose`
      Sea Fennel, Clay Rose and Oat Milk, side by side in a low box of grey card: one that smells of the
      shore, one of a garden, and one of nothing at all. It is what we take along when we are invited and
      do not know the house.

      The box is stitched, not glued, and goes on to hold string, stamps or seeds. Each bar has its own
      band of paper, and there is room in the lid for a card, if you would like to write one.`,
    facts: [
      fact('Contents', 'Sea Fennel, Clay Rose, Oat Milk'),
      fact('Weight', '3 × 120 g'),
      base,
      fact('Box', 'Grey card, 23 × 12 × 4 cm'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'soap-gift-set', alt: 'Three soap bars in paper bands, side by side in a low card box' },
      { key: 'soap-gift-set-detail', alt: 'Soaps in paper bands lying side by side in their box' },
    ],
    variants: [variant('QS-SOAP-SET', {}, 2400, 460, 26)],
  },
  {
    slug: 'soap-dish',
    categories: ['bath', 'ceramics'],
    name: 'Soap dish',
    subtitle: 'Shallow and oval, and dry again within the hour',
    description: prose`
      Soap that lies in water is gone in a week. This dish is thrown round, pressed oval while the clay is
      still soft, and slightly domed in the middle, so that water runs off to the rim and the bar stays
      dry from below.

      It is glazed all over, except for the foot, and washes clean under the tap. On a bedside it holds
      a watch and two rings just as well. Each is made by one person in an afternoon of forty, and none is
      quite like the one before.`,
    facts: [
      fact('Material', 'Stoneware'),
      fact('Size', '21 × 16 cm'),
      fact('Care', 'Dishwasher safe'),
      fact('Made in', 'Portugal'),
    ],
    options: ['colour'],
    taxCategory: 'standard',
    picture: [
      {
        key: 'soap-dish-chalk',
        alt: 'Cream soap bar on an oval chalk white dish',
        shows: { colour: 'chalk' },
      },
      { key: 'soap-dish-sea', alt: 'Cream soap bar on an oval sea blue dish', shows: { colour: 'sea' } },
      {
        key: 'soap-dish-detail',
        alt: 'A cream soap lying on the edge of a chalk white dish',
        shows: { colour: 'chalk' },
      },
    ],
    variants: [
      variant('QS-SDISH-CHALK', { colour: 'chalk' }, 1900, 320, 31),
      variant('QS-SDISH-SEA', { colour: 'sea' }, 1900, 320, 24),
    ],
  },
  {
    slug: 'hand-wash',
    categories: ['bath'],
    name: 'Hand wash',
    subtitle: 'The Sea Fennel soap, in a bottle that is refilled',
    description: prose`
      For kitchens and for guests, who are shy of other people's soap bars. It is the same recipe as the Sea
      Fennel bar, made with potash instead of soda, which keeps it liquid, and with nothing in it that
      the harbour would mind.

      The bottle is brown glass, heavy enough to stay upright when pumped with an elbow. When it is empty,
      bring it back to any of our counters, or order a refill pouch and keep the pump. It lasts a family
      about two months.`,
    facts: [
      fact('Contents', '300 ml'),
      fact('Scent', 'Sea fennel, anise'),
      fact('Bottle', 'Brown glass, steel spring'),
      marseille,
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'hand-wash', alt: 'Brown glass bottle with a black pump and a paper label' }],
    variants: [
      {
        ...variant('QS-HANDWASH', {}, 1800, 620, 36),
        content: { amount: 300, unit: 'ml', perAmount: 100, perUnit: 'ml' },
      },
    ],
  },
  {
    slug: 'harbour-balm',
    categories: ['bath', 'outdoors'],
    name: 'Harbour balm',
    subtitle: 'For hands that have been in rope, soil or cold water',
    description: prose`
      Beeswax, lanolin and sunflower oil, melted together and poured warm. It was mixed for the crew of a
      pilot boat, whose hands split every November, and it is still made to their recipe, with less
      tar.

      Take as much as sits on a fingernail and rub until it is gone. It does not feel greasy afterwards and
      does not come off at the first wash. It is good for lips, for heels, for leather straps and for the
      zip that sticks. The tin fits a coat pocket.`,
    facts: [
      fact('Contents', '60 ml'),
      fact('Ingredients', 'Beeswax, lanolin, sunflower oil, rosemary'),
      fact('Keeps', 'Two years unopened'),
      fact('Made in', 'Germany'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [
      { key: 'harbour-balm', alt: 'Low round tin of balm with a pale lid and a dark green label' },
      { key: 'harbour-balm-detail', alt: 'The lid and label of a jar of balm from near' },
    ],
    variants: [
      {
        ...variant('QS-BALM', {}, 1400, 110, 52),
        content: { amount: 60, unit: 'ml', perAmount: 100, perUnit: 'ml' },
      },
    ],
  },
  {
    slug: 'nail-brush',
    categories: ['bath'],
    name: 'Nail brush',
    subtitle: 'Beech and tampico fibre, with a loop to dry on',
    description: prose`
      A gardener's brush, rounded to lie in the palm. The bristles are tampico, cut from an agave, which
      stays stiff when it is wet and comes back straight when it has dried. They are drawn through the
      wood by hand and held by one long wire.

      The beech is oiled and will turn grey, as beech does near water. Hang it up by its loop with the
      bristles down and it will last for years. It scrubs mussels and new potatoes as gladly as
      fingernails.`,
    facts: [
      fact('Material', 'Oiled beech, tampico, leather'),
      fact('Length', '12.5 cm'),
      fact('Care', 'Hang to dry, oil once a year'),
      fact('Made in', 'Germany'),
    ],
    options: [],
    taxCategory: 'standard',
    picture: [{ key: 'nail-brush', alt: 'Rounded beech nail brush with pale bristles and a leather loop' }],
    variants: [variant('QS-NAILBRUSH', {}, 1200, 90, 44)],
  },
]
