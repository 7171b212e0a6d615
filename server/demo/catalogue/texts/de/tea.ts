/** Tea, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const tea: ProductTexts = {
  'harbour-mist': {
    name: 'Hafennebel',
    subtitle: 'Sencha mit kühler, grüner Kante',
    description: prose`
      Ein Frühlings-Sencha, länger gedämpft als üblich, sodass das Blatt bricht und die Tasse sich trübt. Er
      schmeckt nach Gras nach dem Regen und ein wenig nach Meer, obwohl das niemand hineingetan hat.

      Nehmen Sie Wasser, das vor ein paar Minuten aufgehört hat zu kochen, und nicht mehr als anderthalb Minuten. Der
      zweite Aufguss ist der bessere. Ein Tee für die erste stille Arbeitsstunde; Milch verträgt er unter keinen
      Umständen.`,
  },
  'late-ferry': {
    name: 'Späte Fähre',
    subtitle: 'Schwarzer Tee mit einem Faden Kiefernrauch',
    description: prose`
      Rauchtee ist meist zu sehr geräuchert. Späte Fähre besteht zu vier Teilen aus weichem, malzigem Schwarztee und
      zu einem aus Blatt, das über Kiefer getrocknet wurde. So kommt der Rauch erst am Ende, wie jemand, der aus der
      Kälte hereintritt.

      Ein Tee für Wartesäle, nasse Mäntel und Thermosflaschen. Milch ist erlaubt, ein Löffel dunkler Honig ist besser.
      Halten Sie die Dose geschlossen und von den anderen fern, denn Rauch reist.`,
  },
  'first-light': {
    name: 'Erstes Licht',
    subtitle: 'Eine Frühstücksmischung, die Milch verträgt',
    description: prose`
      Ein Frühstückstee muss viel leisten, bevor jemand ihn beurteilen kann. Erstes Licht ist für diesen Augenblick
      gemischt: Assam für die Kraft, Hochland-Ceylon für die Helle und etwas Kenia für eine Farbe, die man auch im
      Schlaf sieht.

      Drei Minuten wecken Sie, fünf die Nachbarn. Er ist für Milch gemacht und auch ohne gut. Das Blatt ist fein
      geschnitten, für eine Kanne braucht man weniger, als man denkt.`,
  },
  'salt-lemon': {
    name: 'Salzzitrone',
    subtitle: 'Zitronenverbene, Zitronenschale und ein Korn Salz',
    description: prose`
      In dieser Dose ist kein Teeblatt. Verbene gibt den Körper, getrocknete Schale die Kante, und sehr wenig
      Meersalz tut, was Salz überall tut: Es lässt alles andere mehr nach sich selbst schmecken.

      Trinken Sie ihn heiß nach dem Essen, oder machen Sie ihn stark, lassen Sie ihn abkühlen und gießen Sie ihn am
      ersten warmen Tag über Eis. Er darf ziehen, solange Sie wollen; bitter wird er nicht. Ohne Koffein, also auch
      als letzte Tasse des Abends.`,
  },
  'fog-bell': {
    name: 'Nebelglocke',
    subtitle: 'Ein langsamer Oolong für graue Nachmittage',
    description: prose`
      Oolong liegt irgendwo zwischen grünem und schwarzem Tee, und dieser liegt genau in der Mitte. Die Blätter sind
      zu Perlen gerollt und sanft über Holzkohle geröstet. Sie öffnen sich eins nach dem anderen, und das lohnt den
      Blick, wenn draußen Nebel ist und es nichts zu sehen gibt.

      Er schmeckt nach gerösteten Nüssen, dann nach Orchideen, dann nach nassem Stein. Fünf Aufgüsse mit wenig Wasser
      sind möglich. Wir kennen Leute, die bis acht zählen.`,
  },
  'night-watch': {
    name: 'Nachtwache',
    subtitle: 'Rooibos mit Kakaoschale und Orange',
    description: prose`
      Die Wache von Mitternacht bis vier ist auf jedem Schiff die längste, und die Kombüse hat dafür immer etwas
      Heißes gekocht. Unseres ist Rooibos für die Farbe, Kakaoschale für den Duft eines besseren Ortes und
      Orangenschale, damit alles ehrlich bleibt.

      Er ist süß ohne Zucker und frei von Koffein. Mit heißer Milch statt Wasser wird fast ein Pudding daraus. Kinder
      mögen ihn, und auch Leute, die sagen, dass sie Rooibos nicht mögen.`,
  },
  'tea-sampler': {
    name: 'Probierkasten mit sechs Tees',
    subtitle: 'Alle sechs Tees, genug für je eine Woche',
    description: prose`
      Niemand sollte einen Tee nach seinem Namen wählen müssen. Im Kasten ist von jedem unserer sechs eine kleine
      Dose, je zwanzig Gramm, das sind etwa acht Kannen: genug für einen ersten Eindruck, einen zweiten und
      Gewissheit.

      Die Dosen stehen in zwei Reihen in einem Kasten aus grauer Pappe, mit einer Karte, die für jeden Wasser und
      Zeit nennt. Ein freundliches Geschenk für jemanden, dessen Geschmack Sie noch nicht kennen.`,
  },
  'tea-caddy': {
    name: 'Teedose aus Holz',
    subtitle: 'Aus einem Stück gedrechselt, samt Deckel',
    description: prose`
      Der Deckel dieser Dose ist aus demselben Block geschnitten wie der Körper und so aufgesetzt, dass die Maserung
      vom Fuß bis oben durchläuft. Drehen Sie ihn, bis die Linien sich treffen, dann schließt er mit einem kleinen
      Seufzer Luft.

      Sie fasst hundert Gramm losen Tee und hält das Licht ab, das Tee am wenigsten mag. Außen ist das Holz geölt,
      innen roh. Unter dem Deckel liegt eine Schaufel aus demselben Holz.`,
  },
}
