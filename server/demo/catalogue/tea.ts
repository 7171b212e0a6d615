/** Tea: six blends by weight, and what to keep them in. Tea carries the reduced rate, wood does not. */
import { fact, prose, variant } from './write.ts'
import type { DemoProduct, DemoVariant } from './types.ts'

/** 50 g, 100 g and 250 g, at the given prices in cents and with the given stock; a tin weighs 70 g. */
function weights(
  sku: string,
  prices: [number, number, number],
  stock: [number, number, number],
): [DemoVariant, ...DemoVariant[]] {
  return [
    { ...variant(`${sku}-50`, { weight: '50g' }, prices[0], 120, stock[0]), content: grams(50) },
    { ...variant(`${sku}-100`, { weight: '100g' }, prices[1], 170, stock[1]), content: grams(100) },
    { ...variant(`${sku}-250`, { weight: '250g' }, prices[2], 340, stock[2]), content: grams(250) },
  ]
}

/** Tea is compared by 100 g. */
const grams = (amount: number) => ({ amount, unit: 'g', perAmount: 100, perUnit: 'g' }) as const

export const tea: DemoProduct[] = [
  {
    slug: 'harbour-mist',
    categories: ['tea'],
    name: 'Harbour Mist',
    subtitle: 'Sencha with a cool, green edge',
    description: prose`
      A spring sencha, steamed for longer than usual, so that the leaf breaks and the cup turns cloudy.
      It tastes of grass after rain, with something of the sea in it that nobody has put there.

      Give it water that has stopped boiling a few minutes ago and no more than a minute and a half. The
      second infusion is the better one. It is the tea for the first quiet hour of work, and it does not
      take milk under any circumstances.`,
    facts: [
      fact('Tea', 'Green, deep-steamed sencha'),
      fact('Origin', 'Kagoshima, Japan'),
      fact('Water', '75 °C'),
      fact('Time', '90 seconds, three infusions'),
    ],
    options: ['weight'],
    taxCategory: 'reduced',
    picture: [
      { key: 'harbour-mist', alt: 'Dark green tea tin with an orange sun on its label' },
      { key: 'harbour-mist-detail', alt: 'The label of a green tea tin: an orange sun over waves' },
    ],
    variants: weights('QS-MIST', [950, 1700, 3900], [64, 48, 20]),
    featured: true,
  },
  {
    slug: 'late-ferry',
    categories: ['tea'],
    name: 'Late Ferry',
    subtitle: 'Black tea with a thread of pine smoke',
    description: prose`
      Smoked tea is usually smoked too much. Late Ferry is four parts of a soft, malty black tea to one
      part of leaf dried over pine, so that the smoke arrives at the end, like somebody coming in from
      the cold.

      It is the tea for waiting rooms, wet coats and flasks. Milk is allowed and a spoon of dark honey is
      better. Keep the tin closed and away from the others, because smoke travels.`,
    facts: [
      fact('Tea', 'Black, lightly smoked'),
      fact('Origin', 'Fujian, China'),
      fact('Water', '95 °C'),
      fact('Time', '3 to 4 minutes'),
    ],
    options: ['weight'],
    taxCategory: 'reduced',
    picture: [
      { key: 'late-ferry', alt: 'Soot black tea tin with a ferry on its label' },
      { key: 'late-ferry-detail', alt: 'The label of a black tea tin: a small red ferry' },
    ],
    variants: weights('QS-FERRY', [850, 1500, 3400], [70, 52, 24]),
  },
  {
    slug: 'first-light',
    categories: ['tea'],
    name: 'First Light',
    subtitle: 'A breakfast blend that can carry milk',
    description: prose`
      Breakfast tea has to do a great deal before anybody is ready to judge it. First Light is blended
      for that moment: Assam for strength, high-grown Ceylon for brightness, and a little Kenyan leaf for
      a colour you can see through sleep.

      Three minutes will wake you, five minutes will wake the neighbours. It was made with milk in mind
      and is good without. The leaf is cut small, so a pot needs less of it than you would think.`,
    facts: [
      fact('Tea', 'Black, broken leaf'),
      fact('Origin', 'Assam, Ceylon, Kenya'),
      fact('Water', '100 °C'),
      fact('Time', '3 to 5 minutes'),
    ],
    options: ['weight'],
    taxCategory: 'reduced',
    picture: [
      { key: 'first-light', alt: 'Clay red tea tin with a rising sun on its label' },
      { key: 'first-light-detail', alt: 'The label of an orange tea tin: a rising sun' },
    ],
    variants: weights('QS-FIRST', [750, 1300, 2900], [80, 66, 40]),
  },
  {
    slug: 'salt-lemon',
    categories: ['tea'],
    name: 'Salt Lemon',
    subtitle: 'Lemon verbena, lemon peel and one grain of salt',
    description: prose`
      There is no tea leaf in this tin. Verbena gives it body, dried peel gives it edge, and a very small
      amount of sea salt does what salt does everywhere: it makes the rest taste more like itself.

      Drink it hot after dinner, or make it strong, let it cool and pour it over ice on the first warm
      day. Leave it as long as you like; it does not turn bitter. Without caffeine, so it can be the last
      cup of the evening.`,
    facts: [
      fact('Tea', 'Herbal, without caffeine'),
      fact('Origin', 'Provence and Sicily'),
      fact('Water', '100 °C'),
      fact('Time', '5 minutes or longer'),
    ],
    options: ['weight'],
    taxCategory: 'reduced',
    picture: [
      { key: 'salt-lemon', alt: 'Sand coloured tea tin with a lemon on its label' },
      { key: 'salt-lemon-detail', alt: 'The label of a sand-coloured tea tin: a lemon over waves' },
    ],
    variants: weights('QS-LEMON', [700, 1200, 2700], [58, 44, 18]),
  },
  {
    slug: 'fog-bell',
    categories: ['tea'],
    name: 'Fog Bell',
    subtitle: 'A slow oolong for grey afternoons',
    description: prose`
      Oolong lies somewhere between green tea and black, and this one lies exactly in the middle. The
      leaves are rolled into beads and roasted gently over charcoal, and they open in the pot one by one,
      which is worth watching when there is fog outside and nothing to see.

      The taste is of toasted nuts, then of orchids, then of wet stone. It can be infused five times in
      small amounts of water. We have met people who count to eight.`,
    facts: [
      fact('Tea', 'Oolong, charcoal roasted'),
      fact('Origin', 'Nantou, Taiwan'),
      fact('Water', '90 °C'),
      fact('Time', '2 minutes, five infusions'),
    ],
    options: ['weight'],
    taxCategory: 'reduced',
    picture: [
      { key: 'fog-bell', alt: 'Sea blue tea tin with a bell on its label' },
      { key: 'fog-bell-detail', alt: 'The label of a blue tea tin: a yellow bell' },
    ],
    variants: weights('QS-FOG', [1250, 2300, 5400], [36, 22, 3]),
  },
  {
    slug: 'night-watch',
    categories: ['tea'],
    name: 'Night Watch',
    subtitle: 'Rooibos with cocoa husk and orange',
    description: prose`
      The watch from midnight to four is the longest on any ship, and the galley has always made
      something hot for it. Ours is rooibos for the colour, cocoa husk for the smell of a better place,
      and orange peel to keep things honest.

      It is sweet without sugar and free of caffeine. Made with hot milk instead of water it turns into
      something very close to pudding. Children like it, and so do people who say they do not like
      rooibos.`,
    facts: [
      fact('Tea', 'Herbal, without caffeine'),
      fact('Origin', 'Cederberg, South Africa'),
      fact('Water', '100 °C'),
      fact('Time', '6 minutes'),
    ],
    options: ['weight'],
    taxCategory: 'reduced',
    picture: [
      { key: 'night-watch', alt: 'Dark brown tea tin with a crescent moon on its label' },
      { key: 'night-watch-detail', alt: 'The label of a brown tea tin: a moon and stars' },
    ],
    variants: weights('QS-NIGHT', [800, 1400, 3100], [62, 50, 26]),
  },
  {
    slug: 'tea-sampler',
    categories: ['tea'],
    name: 'Sample box of six',
    subtitle: 'All six teas, enough for a week of each',
    description: prose`
      Nobody should have to choose a tea from its name. The box holds a small tin of each of our six,
      twenty grams apiece, which makes about eight pots: enough to have a first impression, change your
      mind and be sure.

      The tins stand in two rows in a box of grey board, with a folded card that gives the water and the
      time for each. It makes a kind present for somebody whose taste you do not know yet.`,
    facts: [
      fact('Contents', 'Six tins of 20 g'),
      fact('Box', '21 × 14 × 7 cm, recycled board'),
      fact('Keeps', 'Two years, closed and dark'),
    ],
    options: [],
    taxCategory: 'reduced',
    picture: [
      { key: 'tea-sampler', alt: 'Open box with six small tea tins in two rows' },
      { key: 'tea-sampler-detail', alt: 'The lids of small tea tins in a box from above' },
    ],
    variants: [variant('QS-SAMPLER', {}, 2900, 480, 34)],
  },
  {
    slug: 'tea-caddy',
    categories: ['tea', 'kitchen'],
    name: 'Tea caddy',
    subtitle: 'Turned from one piece of wood, lid and all',
    description: prose`
      The lid of this caddy is cut from the same block as the body, and set back so that the grain runs
      through from foot to top. Turn it until the lines meet and it closes with a small sigh of air.

      It holds a hundred grams of loose tea and keeps out light, which tea minds more than anything. The
      wood is oiled outside and left raw within. A scoop of the same wood lies under the lid.`,
    facts: [
      fact('Material', 'Solid wood, linseed oil'),
      fact('Height', '12 cm'),
      fact('Holds', '100 g of leaf tea'),
      fact('Care', 'Wipe dry, oil once a year'),
    ],
    options: ['material'],
    taxCategory: 'standard',
    picture: [
      { key: 'tea-caddy-oak', alt: 'Round lidded caddy turned in oak', shows: { material: 'oak' } },
      { key: 'tea-caddy-walnut', alt: 'Round lidded caddy turned in walnut', shows: { material: 'walnut' } },
      {
        key: 'tea-caddy-detail',
        alt: 'The turned oak lid and knob of a tea caddy from near',
        shows: { material: 'oak' },
      },
    ],
    variants: [
      variant('QS-CADDY-OAK', { material: 'oak' }, 4800, 380, 19),
      variant('QS-CADDY-WALNUT', { material: 'walnut' }, 5600, 400, 11),
    ],
  },
]
