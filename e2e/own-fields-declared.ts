/** Loaded before a store that the journeys of `own-fields.test.ts` open: what its `quayside.config.ts` would declare. */
import store from '../quayside.config.ts'
import { field } from '../server/kit/custom.ts'
import { Day, Decimal, Flag, Int, OneOf, Text } from '../server/kit/types.ts'

const write = 'write' as const

Object.assign(store, {
  custom: {
    'catalog.product': {
      care: field(Text(80), { label: { en: 'Care', de: 'Pflege', ar: 'العناية' }, inCart: true }),
      glaze: field(Text(80), { label: { en: 'Glaze', de: 'Glasur', ar: 'الطلاء' } }),
    },
    'catalog.variant': {
      firedOn: field(Day, { label: { en: 'Fired on', de: 'Gebrannt am', ar: 'تاريخ الحرق' }, inCart: true }),
    },
    'customers.customer': {
      birthday: field(Day, {
        label: { en: 'Birthday', de: 'Geburtstag', ar: 'تاريخ الميلاد' },
        byShopper: write,
      }),
      foundBy: field(OneOf('friend', 'search', 'market'), {
        label: {
          en: 'How did you find us?',
          de: 'Wie haben Sie uns gefunden?',
          ar: 'كيف عرفت عنا؟',
        },
        choices: {
          friend: { en: 'By a friend', de: 'Durch Freunde', ar: 'عن طريق صديق' },
          search: { en: 'By searching', de: 'Durch Suchen', ar: 'عن طريق البحث' },
          market: { en: 'At a market', de: 'Auf einem Markt', ar: 'في سوق' },
        },
        byShopper: write,
      }),
      cups: field(Int(0, 99), {
        label: { en: 'Cups in your cupboard', de: 'Tassen in Ihrem Schrank', ar: 'عدد الأكواب لديك' },
        byShopper: write,
      }),
      reach: field(Decimal, {
        label: { en: 'Height of your shelf, in m', de: 'Höhe Ihres Regals, in m', ar: 'ارتفاع الرف بالمتر' },
        byShopper: write,
      }),
      motto: field(Text(40), { label: { en: 'Engraving', de: 'Gravur', ar: 'النقش' }, byShopper: write }),
      gifts: field(Flag, {
        label: {
          en: 'Wrap everything as a gift',
          de: 'Alles als Geschenk einpacken',
          ar: 'تغليف كل شيء كهدية',
        },
        byShopper: write,
      }),
      memberSince: field(Day, {
        label: { en: 'Member since', de: 'Mitglied seit', ar: 'عضو منذ' },
        byShopper: 'read',
      }),
      risk: field(Text(20)),
    },
  },
})
