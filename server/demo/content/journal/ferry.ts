/** What to pack for the last ferry. */
import type { DemoPost } from '../types.ts'

export const ferry: DemoPost = {
  author: 'Marit Voss',
  tags: ['Outdoors'],
  publishedAgoDays: 41,
  cover: {
    key: 'scene-seaside',
    alts: {
      en: 'A basket, a lantern, a flask and a cushion, packed for the beach',
      de: 'Korb, Laterne, Thermoskanne und Kissen, gepackt für den Strand',
      ar: 'سلّة وفانوس وقارورة ووسادة معدّة للشاطئ',
    },
  },
  texts: {
    en: {
      title: 'What to pack for the last ferry',
      summary: 'A list for cold sand, warm tea and a way home in the dark.',
      slug: 'last-ferry',
      body: `
        The best hour at the sea is the one after everybody has left. It needs some preparation.
        - A flask of something hot. Tea keeps twelve hours in ours; we have tried it more often than was scientific.
        - A blanket that does not mind sand.
        - A lantern, so that the others find you, and you the path.
        - A basket to carry it all, and the shells that you did not mean to collect.
        The last ferry goes at 21:40. Do not sit down at half past nine.`,
    },
    de: {
      title: 'Was man für die letzte Fähre packt',
      summary: 'Eine Liste für kalten Sand, warmen Tee und den Heimweg im Dunkeln.',
      slug: 'letzte-faehre',
      body: `
        Die beste Stunde am Meer ist die, nachdem alle gegangen sind. Sie will vorbereitet sein.
        - Eine Kanne mit etwas Heißem. Tee bleibt in unserer zwölf Stunden heiß; wir haben es öfter versucht, als die Wissenschaft verlangt.
        - Eine Decke, die Sand nicht übelnimmt.
        - Eine Laterne, damit die anderen Sie finden und Sie den Weg.
        - Ein Korb für alles, und für die Muscheln, die Sie gar nicht sammeln wollten.
        Die letzte Fähre geht um 21.40 Uhr. Setzen Sie sich um halb zehn nicht mehr hin.`,
    },
    ar: {
      title: 'ماذا نحزم للعبّارة الأخيرة',
      summary: 'قائمة للرمل البارد والشاي الدافئ وطريق العودة في الظلام.',
      slug: 'العبارة-الأخيرة',
      body: `
        أجمل ساعة عند البحر هي التي تأتي بعد أن يرحل الجميع، وهي تحتاج إلى شيء من الاستعداد.
        - قارورة فيها شيء ساخن. يبقى الشاي ساخنًا في قارورتنا اثنتي عشرة ساعة، وقد جرّبنا ذلك أكثر مما يقتضيه العلم.
        - بطّانية لا يضيرها الرمل.
        - فانوس، ليجدكم الآخرون وتجدوا الطريق.
        - سلّة تحمل ذلك كلّه، ومعه الأصداف التي لم تنووا جمعها.
        تغادر العبّارة الأخيرة في 21:40، فلا تجلسوا في التاسعة والنصف.`,
    },
  },
}
