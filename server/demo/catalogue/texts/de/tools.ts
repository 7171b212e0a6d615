/** Kitchen tools, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const tools: ProductTexts = {
  'round-board': {
    name: 'Rundes Brett',
    subtitle: 'Für eine Zitrone, einen Käse oder die erste Scheibe',
    description: prose`
      Das große Brett bleibt auf der Arbeitsplatte. Dies ist das, das unterwegs ist: mit Messer und Wurst in den Garten,
      mit etwas Süßem aufs Sofa und unter die heiße Pfanne auf den Tisch.

      Es ist aus einer einzigen Bohle gesägt, von Hand gerundet und fünfmal geölt. Der Griff ist aus demselben Stück und
      hängt an einer Lederschlaufe. Weil es rund ist, kann man es drehen, und wer gegenübersitzt, bekommt die bessere
      Seite vom Käse.`,
  },
  'bread-board': {
    name: 'Brotbrett',
    subtitle: 'Mit einer Rille für Krümel und Platz für den Laib',
    description: prose`
      Wer Brot auf einem glatten Brett schneidet, fegt danach den Tisch. Hier läuft eine fingerbreite Rille um den Rand
      und fängt die Krümel eines Frühstücks. Den Rest bekommen die Spatzen.

      Es ist aus Eiche, denn Eiche nimmt ein Sägemesser nicht übel, und lang genug für einen liegenden Kilolaib. Die
      eine Seite hat die Rille, die andere ist glatt und für alles Übrige da. Vier Füßchen aus Kork halten es, wo es
      ist.`,
  },
  spatula: {
    name: 'Pfannenwender aus Nussbaum',
    subtitle: 'Dünn an der Kante, freundlich zur Pfanne',
    description: prose`
      Unter einem Spiegelei ist wenig Platz. Das Blatt dieses Wenders ist vorn auf zwei Millimeter gehobelt, kommt
      darunter, ohne etwas zu zerreißen, und hat noch nie eine Pfanne zerkratzt.

      Nussbaum ist für seine Festigkeit leicht und nimmt keine Farbe an; von einem Monat Tomatensoße bleibt kaum eine
      Spur. Der Stiel wird zum Ende hin dicker und liegt darum im Handteller statt in den Fingern. Rechts- wie
      Linkshänder behaupten, er sei für sie gemacht.`,
  },
  mortar: {
    name: 'Mörser mit Stößel',
    subtitle: 'Innen rauer Stein, in der Hand ein Stößel aus Buche',
    description: prose`
      Eine Klinge schneidet Gewürze, ein Mörser quetscht sie, und dabei entsteht der Duft. Die Schale ist aus einem Block
      hellen Granits gedreht und innen rau, damit der Pfeffer unter dem Stößel bleibt und nicht durch die Küche springt.

      Der Stößel ist aus Buche und so lang, dass die Knöchel frei bleiben. Zweieinhalb Kilogramm wandern nicht. Reiben
      Sie ihn vor dem ersten Mal mit einer Handvoll Reis aus; danach genügt heißes Wasser ohne Spülmittel.`,
  },
  whisk: {
    name: 'Schneebesen',
    subtitle: 'Sechs Drahtschlaufen, ein Griff aus Buche, nichts klappert',
    description: prose`
      Ein Schneebesen ist ein Federwerk. Sind die Drähte zu dick, rührt er, sind sie zu dünn, kitzelt er; diese messen
      einen Millimeter und ein Viertel, und eine Schüssel Sahne dauert zwei Minuten.

      Sie laufen durch den Messingring hindurch und sind im Griff befestigt, wo sich nichts löst und kein Wasser
      hineinkommt. Zum Trocknen steht er kopfüber auf seinen Schlaufen, wie eine Fledermaus. Maschinen sind schneller
      und müssen abgewaschen werden.`,
  },
}
