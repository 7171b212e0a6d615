import { seedSize, sizes, type Size } from '../demo/sizes.ts'
import { Misused, asStore, type Command } from './command.ts'

/** Numbers of shops stay short enough for an article number. */
const MOST_SHOPS = 9_999

export const seed: Command = {
  name: 'seed',
  usage: '10k|100k [--number N]',
  says: 'Add made-up goods to the demo shop until there are so many products',
  help: 'The same number makes the same goods (default 1). Broken off, it goes on where it stopped.',
  flags: { number: { type: 'string', default: '1' } },
  async run({ words, flags, config, open, say }) {
    const [size = ''] = words
    if (!Object.hasOwn(sizes, size) || words.length > 1)
      throw new Misused(`Name a size: ${Object.keys(sizes).join(', ')}.`)
    const shop = Number(flags['number'])
    if (!Number.isInteger(shop) || shop < 0 || shop > MOST_SHOPS)
      throw new Misused(`--number is a whole number from 0 to ${MOST_SHOPS}.`)
    if (config.mode === 'production') throw new Misused('Made-up goods are for demo mode only.')
    return seedSize(await open(), asStore, { size: size as Size, shop }, say)
  },
}
