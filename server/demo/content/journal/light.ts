/** How much light an evening needs. */
import type { DemoPost } from '../types.ts'

export const light: DemoPost = {
  author: 'Jonas Reiter',
  tags: ['Light'],
  publishedAgoDays: 19,
  cover: {
    key: 'scene-evening',
    alts: {
      en: 'A lit lamp and a candle on a dark table',
      de: 'Eine brennende Lampe und eine Kerze auf einem dunklen Tisch',
      ar: 'مصباح مضاء وشمعة على طاولة داكنة',
    },
  },
  texts: {
    en: {
      title: 'How much light does an evening need?',
      summary: 'Less than you think, and lower down. Notes from a room with three lamps.',
      slug: 'how-much-light',
      body: `
        Turn off the ceiling. That is the whole advice; the rest is detail.
        A room is comfortable when its light comes from below the eyes: a lamp on a table, one on the floor, one beside the chair that everybody wants. Three small lamps make a room larger than one big one, because the corners stay.
        ## Numbers, for those who like them
        - To read: 400 lumens, behind the shoulder.
        - To talk: 200 lumens, between you.
        - To look out of the window: a candle, no more.
        Everything we sell for it stands under [lamps and candles](/c/light).`,
    },
    de: {
      title: 'Wie viel Licht braucht ein Abend?',
      summary: 'Weniger als gedacht, und weiter unten. Notizen aus einem Zimmer mit drei Lampen.',
      slug: 'wie-viel-licht',
      body: `
        Schalten Sie die Decke aus. Das ist schon der ganze Rat, der Rest sind Einzelheiten.
        Ein Zimmer ist behaglich, wenn sein Licht von unterhalb der Augen kommt: eine Lampe auf dem Tisch, eine am Boden, eine neben dem Sessel, den alle wollen. Drei kleine Lampen machen ein Zimmer größer als eine große, denn die Ecken bleiben.
        ## Zahlen, für die, die sie mögen
        - Zum Lesen: 400 Lumen, hinter der Schulter.
        - Zum Reden: 200 Lumen, zwischen Ihnen.
        - Um aus dem Fenster zu sehen: eine Kerze, mehr nicht.
        Was wir dafür haben, steht bei den [Lampen und Kerzen](/c/light).`,
    },
    ar: {
      title: 'كم من الضوء يحتاج المساء؟',
      summary: 'أقلّ مما تظنّون، وأقرب إلى الأرض. ملاحظات من غرفة فيها ثلاثة مصابيح.',
      slug: 'كم-من-الضوء',
      body: `
        أطفئوا ضوء السقف. هذه هي النصيحة كلّها، وما بقي تفاصيل.
        تكون الغرفة مريحة حين يأتي ضوؤها من تحت مستوى العين: مصباح على الطاولة، وآخر على الأرض، وثالث بجانب الكرسي الذي يريده الجميع. ثلاثة مصابيح صغيرة توسّع الغرفة أكثر من مصباح كبير، لأن الزوايا تبقى.
        ## أرقام لمن يحبّها
        - للقراءة: 400 لومن من خلف الكتف.
        - للحديث: 200 لومن بينكم.
        - للنظر من النافذة: شمعة لا أكثر.
        وكل ما عندنا لذلك تجدونه في [المصابيح والشموع](/c/light).`,
    },
  },
}
