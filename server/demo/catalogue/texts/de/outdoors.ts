/** Outdoors, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const outdoors: ProductTexts = {
  'fisher-basket': {
    name: 'Fischerkorb',
    subtitle: 'Offen geflochtene Weide mit Ledergriffen',
    description: prose`
      Fischer flochten solche Körbe, um den Fang vom Boot heraufzutragen, während unterwegs das Wasser ablief. Mit
      Muscheln, erdigen Möhren und sehr viel nassem Badezeug geht das ebenso.

      Das Geflecht ist offen, damit atmen kann, was darin ist. Der Rand ist ein Seil aus drei Weidenruten, die Griffe
      sind aus Zaumleder, genäht und dann genietet. Einmal im Jahr unter dem Gartenschlauch genässt, überlebt er das
      Auto.`,
  },
  'log-basket': {
    name: 'Holzkorb',
    subtitle: 'Niedrig, breit und stark genug, um darauf zu stehen',
    description: prose`
      Kein Möbel wird so herumgeworfen wie ein Holzkorb. Dieser ist aus geschälter Weide um fingerdicke Stäbe
      geflochten, mit doppeltem Boden, der Rinde und Splitter vom Fußboden fernhält.

      Er fasst Feuerholz für anderthalb Abende. In Häusern ohne Feuer fasst er Decken, oder Spielzeug, oder den Hund.
      Die beiden Griffe sind in den Rand geflochten und können sich nicht lösen, denn es gibt nichts, wovon.`,
  },
  'enamel-mug': {
    name: 'Emailbecher',
    subtitle: 'Stahl, zweimal gebrannt, fürs Feuer gemacht',
    description: prose`
      Email ist Glas, das auf Stahl geschmolzen ist. Man darf es fallen lassen, kochen und einen Sommer lang im Gras
      vergessen, und wenn eine Ecke abspringt, ist das nur ein Ort, an dem der Becher war.

      Der Rand ist dunkel und das Innere weiß, wie es Brauch ist. Der Henkel ist weit genug für kalte Hände angenietet.
      Stellen Sie ihn in die Glut, um Suppe zu wärmen, aber Vorsicht mit dem Rand.`,
  },
  flask: {
    name: 'Thermosflasche',
    subtitle: 'Tee um sechs Uhr früh, um sechs Uhr abends noch heiß',
    description: prose`
      In der Wand dieser Flasche ist nichts, und darum geht es: Ein Vakuum lässt fast keine Wärme hindurch. Wir haben
      eine zum Frühstück mit kochendem Wasser gefüllt und uns beim Abendessen die Zunge verbrannt.

      Außen ist sie pulverbeschichtet und rutscht in nassen Händen nicht. Der Deckel ist ein Becher, der Stopfen gießt,
      ohne dass man ihn herausnimmt, und beides lässt sich zum Reinigen zerlegen. Die kleine passt in den
      Flaschenhalter am Rad, die große reicht für vier an einem kalten Strand.`,
  },
  'storm-lantern': {
    name: 'Sturmlaterne',
    subtitle: 'Brennt mit Petroleum, an stillen Abenden mit einer Kerze',
    description: prose`
      Die Luft, die diese Laterne nährt, kommt schon warm durch ihren eigenen Rahmen herab; die Flamme steht still,
      wenn auf der Terrasse alles andere umgeweht ist. Das Prinzip ist hundertfünfzig Jahre alt, und niemand hat ein
      besseres gefunden.

      Heben Sie das Glas am Hebel, zünden Sie den Docht an und senken Sie es wieder. Eine Füllung brennt achtzehn
      Stunden. Hängen Sie sie in einen Baum, tragen Sie sie an den Strand, oder stellen Sie sie ins Fenster für
      jemanden, der spät kommt.`,
  },
  'picnic-blanket': {
    name: 'Picknickdecke',
    subtitle: 'Oben Wolle, unten Wachstuch, mit einem Riemen zum Tragen',
    description: prose`
      Gras ist meist feuchter, als es aussieht. Die Unterseite dieser Decke ist gewachste Baumwolle und lässt nichts
      durch, die Oberseite ist Wolle aus den Enden anderer Decken: Jede hat ein etwas anderes Karo.

      Sie bietet vier Personen Platz, mit einem Korb dazwischen. Rollen Sie sie mit dem Wachs nach außen, ziehen Sie
      den Lederriemen fest und tragen Sie sie wie einen Koffer. Vor dem Weglegen zum Trocknen aufhängen, und die
      Krümel ausbürsten, wenn Sie einmal dazu kommen.`,
  },
  'watering-can': {
    name: 'Gießkanne',
    subtitle: 'Langes Rohr, tiefer Schwerpunkt, keine Pfütze',
    description: prose`
      Gießkannen trägt man meist halb voll, und gegossen wird mit ausgestrecktem Arm; da verraten sich die schlechten.
      Der Griff unserer Kanne läuft vom vorderen Rand bis hinunter zum Boden, sodass die Hand mitgleitet, während sie
      leichter wird.

      Das Rohr ist lang und dünn und legt das Wasser genau an den Fuß der Pflanze. Sie ist hübsch genug, um zwischen
      zwei Malen auf der Fensterbank zu stehen; das ist der sicherste Weg zu gegossenen Pflanzen.`,
  },
  'market-tote': {
    name: 'Markttasche',
    subtitle: 'Segeltuch für den Einkauf, lange Henkel für die Schulter',
    description: prose`
      Baumwollbeutel gibt es überall, und fast alle sind zu dünn, zu flach oder zu gesprächig. Dieser ist aus Segeltuch
      genäht, steht von selbst, während Sie ihn füllen, und sagt gar nichts.

      Die Henkel laufen um den Boden herum; es trägt also die Tasche und nicht die Naht. Innen ist ein Fach für
      Schlüssel, außen eines für die Zeitung oder ein Bund Lauch. Sie darf gewaschen werden, sieht aber besser aus,
      wenn sie ein paar Märkte gesehen hat.`,
  },
}
