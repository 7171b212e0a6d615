/** English, the first language and the shape of all others. Sentences are whole; numbers come by function. */
import { plural } from './plural.ts'

const count = (n: number, one: string, other: string) => plural('en', n, { one, other })

export const en = {
  shell: {
    skip: 'Skip to the content',
    home: (shop: string) => `${shop}, home page`,
    menu: 'Menu',
    categories: 'Categories',
    search: 'Search products',
    shop: 'Shop',
    you: 'You',
    allProducts: 'All products',
    account: 'Your orders',
    myOrders: 'Your orders',
    logIn: 'Log in',
    signUp: 'Create an account',
    logOut: 'Log out',
    cart: (n: number) => (n === 0 ? 'Cart, empty' : `Cart, ${count(n, '# item', '# items')}`),
    cartPlain: 'Cart',
    tagline: 'Things for every day, made to be kept.',
    smallPrint: (shop: string) => `© ${shop}. Prices include VAT.`,
    theme: 'Theme',
    themes: { system: 'As my system', light: 'Light', dark: 'Dark' },
  },
  errors: {
    number: (status: number) => `Error ${status}`,
    reference: 'If you write to us, please quote',
    toHome: 'Go to the home page',
    toProducts: 'See all products',
    notFound: {
      title: 'This page is not here',
      advice: 'It may have moved, or the link was cut short. Search above, or start again from one of these.',
    },
    forbidden: {
      title: 'This page is not yours to see',
      advice:
        'If it should be, log in with the account it belongs to, or open the link from your mail again.',
    },
    away: {
      title: 'Back in a moment',
      advice:
        'The shop is catching its breath. Nothing you entered is lost: wait a few seconds, then load again.',
    },
    broken: {
      title: 'Something broke on our side',
      advice: 'It has been noted. Please load the page again; your cart is kept.',
    },
  },
}
