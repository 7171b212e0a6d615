/** Things people speak of in another way than of the rest of their shelf. */
const HEADINGS: Record<string, string[]> = {
  candles: [
    'stoneware-candle',
    'smoked-glass-candle',
    'taper-candles',
    'tin-traveller',
    'pillar-candles',
    'tealights',
    'brass-holders',
    'clay-holder',
    'candle-snuffer',
    'incense-dish',
  ],
  tableware: [
    'harbour-bowl',
    'breakfast-bowl',
    'dinner-plate',
    'breakfast-set',
    'ramen-bowl',
    'side-plate',
    'teapot',
  ],
  vases: ['bottle-vase', 'moon-vase', 'bud-vase', 'glass-bud-vase'],
  glass: [
    'carafe',
    'tumblers',
    'storage-jar',
    'wine-glasses',
    'highball-glasses',
    'oil-bottle',
    'cloche',
    'glass-bowl',
  ],
  baskets: [
    'fisher-basket',
    'log-basket',
    'laundry-basket',
    'bread-basket',
    'bicycle-basket',
    'plant-basket',
    'woven-tray',
    'nest-of-three',
    'wall-basket',
    'market-tote',
  ],
  desk: ['pencils', 'pencil-pot', 'brass-ruler', 'letter-tray', 'card-set', 'wrapping-paper'],
}

const headingOf = new Map(
  Object.entries(HEADINGS).flatMap(([heading, slugs]) => slugs.map((slug) => [slug, heading])),
)

/** Under what its opinions and questions stand: its own heading, or else its shelf. */
export const headingFor = ({
  slug,
  categories: [shelf],
}: {
  slug: string
  categories: [string, ...string[]]
}) => headingOf.get(slug) ?? shelf
