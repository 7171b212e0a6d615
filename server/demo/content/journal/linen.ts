/** Why linen is stiff. */
import type { DemoPost } from '../types.ts'

export const linen: DemoPost = {
  author: 'Ida Brandt',
  tags: ['Workshops', 'Linen'],
  publishedAgoDays: 68,
  cover: {
    key: 'scene-linen',
    alts: {
      en: 'A folded throw, a pile of napkins and two small cups',
      de: 'Eine gefaltete Decke, ein Stapel Servietten und zwei kleine Tassen',
      ar: 'غطاء مطويّ ورزمة مناديل وفنجانان صغيران',
    },
  },
  texts: {
    en: {
      title: 'Linen takes two summers',
      summary: 'Why it is stiff in the shop, and why that is a good sign.',
      slug: 'linen-takes-two-summers',
      body: `
        Soft linen in a shop has been made soft: washed with stones, or with something that sounds worse. It has spent part of its life before you met it.
        Ours comes off the loom with the flax still in a straight line. The first wash loosens it, the tenth makes it yours. After two summers you will look for it in the drawer before all others.
        > Stiff today, soft for thirty years. It is a fair exchange.`,
    },
    de: {
      title: 'Leinen braucht zwei Sommer',
      summary: 'Warum es im Laden steif ist, und warum das ein gutes Zeichen ist.',
      slug: 'leinen-braucht-zwei-sommer',
      body: `
        Weiches Leinen im Laden wurde weich gemacht: mit Steinen gewaschen, oder mit etwas, das schlimmer klingt. Einen Teil seines Lebens hat es hinter sich, bevor Sie ihm begegnen.
        Unseres kommt vom Webstuhl, da liegt der Flachs noch in gerader Linie. Die erste Wäsche lockert ihn, die zehnte macht ihn zu Ihrem. Nach zwei Sommern suchen Sie in der Schublade zuerst danach.
        > Heute steif, dreißig Jahre weich. Das ist ein fairer Tausch.`,
    },
    ar: {
      title: 'الكتّان يحتاج إلى صيفين',
      summary: 'لماذا يكون قاسيًا في المتجر، ولماذا هذه علامة طيّبة.',
      slug: 'الكتان-يحتاج-إلى-صيفين',
      body: `
        الكتّان الليّن في المتاجر قد أُلين عمدًا: غُسل بالحجارة، أو بما هو أسوأ منها. لقد مضى شطر من عمره قبل أن تلتقوا به.
        أمّا كتّاننا فيخرج من النول وأليافه ما زالت مستقيمة. ترخيها الغسلة الأولى، وتجعله العاشرة لكم. وبعد صيفين ستبحثون عنه في الدرج قبل سواه.
        > قاسٍ اليوم، وليّن ثلاثين سنة. صفقة عادلة.`,
    },
  },
}
