/** The cart beside the page, adding from lists, and carts that are shared. */
import { plural } from './plural.ts'

const count = (n: number, one: string, other: string) => plural('en', n, { one, other })

export const basket = {
  close: 'Close the cart',
  seeCart: 'View cart',
  addOne: (name: string) => `Add ${name} to cart`,
  choose: (name: string) => `Choose a version of ${name}`,
  closeChoice: 'Close the choice',
  onItsPage: 'See it on its page',
  dismiss: 'Close this message',
  now: (n: number, total: string) => `In your cart now: ${count(n, '# item', '# items')}, ${total}.`,
  allThereIs: (n: number) => count(n, 'The last one.', 'All # that are left.'),
  mostOfOne: (n: number) => `At most ${n} at a time.`,
  untilFree: (sum: string) => `${sum} more, and delivery is free.`,
  isFree: 'Delivery is free for this cart.',
  elsewhere: 'What delivery costs where you are',
  postalCode: 'Postal code',
  optional: 'if you like',
  estimate: 'Show',
  wayTo: (name: string, price: string | null, days: string) => `${name}: ${price ?? 'free'}, arrives ${days}`,
  fetchAt: (name: string, price: string | null, days: string) => `${name}: ${price ?? 'free'}, ready ${days}`,
  notThere: (country: string) => `Nothing in this cart can be delivered to ${country} yet.`,
  share: 'Share this cart',
  shareNote:
    'Whoever has the link sees what is in the cart now, and nothing of you. The link works for 30 days.',
  makeLink: 'Make a link',
  link: 'Link to this cart',
  copy: 'Copy the link',
  copied: 'Copied',
  sharedTitle: 'A cart for you',
  sharedLead: 'Somebody shared what is in their cart. Nothing is in yours until you say so.',
  pieces: (n: number) => count(n, '# piece', '# pieces'),
  take: 'Put these in my cart',
  gone: 'No longer for sale',
  soldOut: 'Sold out',
  nothingLeft: 'None of this can be had any more.',
  leftOut: (n: number) =>
    count(
      n,
      'One thing could not be had, and was left out.',
      '# things could not be had, and were left out.',
    ),
  endedTitle: 'Your session has ended',
  endedText:
    'Nothing was ordered and nothing was paid. If you were logged in, log in again: your cart is waiting there.',
  endedTyped: 'This is what you had typed:',
}
