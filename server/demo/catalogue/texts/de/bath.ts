/** Soap and bath, in German. */
import { prose } from '../../write.ts'
import type { ProductTexts } from '../types.ts'

export const bath: ProductTexts = {
  'soap-sea-fennel': {
    name: 'Seife Meerfenchel',
    subtitle: 'Grün, salzig und leise, mit getrockneten Kräutern',
    description: prose`
      Meerfenchel wächst, wo die Gischt noch hinreicht, und riecht zugleich nach Anis, Jod und gemähtem Gras. Wir kaufen
      ihn getrocknet bei zwei Schwestern in der Bretagne und rühren ihn erst zum Schluss ein, damit das Grün grün bleibt.

      Die Kräuter reiben ein wenig: genug für Gartenhände, nicht zu viel fürs Gesicht. Geschnitten wird mit Draht,
      gereift acht Wochen lang, eingeschlagen in eine Banderole, die man einpflanzen kann.`,
  },
  'soap-oat-milk': {
    name: 'Seife Hafermilch',
    subtitle: 'Ohne Duft, mild und gut für trockene Winter',
    description: prose`
      Die schlichteste Seife, die wir führen, und die, wegen der man wiederkommt. Hafer wird über Nacht eingeweicht und
      gepresst, seine Milch ersetzt im Topf das Wasser. Zugesetzt wird nichts, was nach etwas riecht.

      Sie schäumt dicht und spült sich sofort ab. Menschen mit empfindlicher Haut sagen uns, es sei die erste, die nicht
      juckt. Sie hält etwa fünf Wochen, wenn sie zwischendurch trocknen darf.`,
  },
  'soap-charcoal': {
    name: 'Seife Birkenkohle',
    subtitle: 'Schwarz in der Schale, weiß in der Hand',
    description: prose`
      Birkenkohle, fein wie Mehl gemahlen, färbt das Stück schwarz wie einen geteerten Rumpf. Der Schaum ist trotzdem weiß
      und hinterlässt weder Streifen im Becken noch Grau im Handtuch. Wir haben es ein Jahr lang mit weißen versucht.

      Kohle nimmt Öl auf und den Geruch von Fisch, Rauch und Motoren. Etwas Zeder und Wacholder sind dabei, dann riecht
      das Bad nach Bootshaus, im guten Sinn.`,
  },
  'soap-clay-rose': {
    name: 'Seife Tonrose',
    subtitle: 'Rosengeranie und ein Löffel roter Ton',
    description: prose`
      Rosenöl ist teuer, und ehrliche Seifensieder nehmen Rosengeranie. Sie riecht nach Rosen, die im Regen standen.
      Roter Ton aus dem Luberon gibt die Farbe und macht das Stück so geschmeidig, dass man sich gut damit rasiert.

      Der Duft bleibt etwa so lange auf der Haut, wie man zum Anziehen braucht. Beim Reifen setzt sich der Ton, so hat
      jedes Stück seine eigenen Schichten.`,
  },
  'soap-pine-tar': {
    name: 'Seife Kiefernteer',
    subtitle: 'Riecht nach Tauwerk, Rauch und Sommern im Norden',
    description: prose`
      Kiefernteer wurde für Schiffe gebrannt, um Wasser aus Holz und Tauen zu halten. Ein wenig davon beruhigt Kopfhaut
      und Ellbogen, das weiß jede skandinavische Großmutter, und riecht nach Lagerfeuer und alten Booten.

      Nicht jeder mag sie, und wer sie mag, mag nichts anderes. Ein braunes Stück mit braunem Schaum, der sich klar
      abspült. Geben Sie ihr eine eigene Schale, denn ihr Duft ist großzügig.`,
  },
  'soap-gift-set': {
    name: 'Seifen-Geschenkset',
    subtitle: 'Drei Stücke im Karton, fertig zum Verschenken',
    description: prose`
      Meerfenchel, Tonrose und Hafermilch, nebeneinander in einer flachen Schachtel aus Graupappe: eine riecht nach
      Küste, eine nach Garten und eine nach nichts. Das bringen wir mit, wenn wir eingeladen sind und das Haus nicht
      kennen.

      Die Schachtel ist geheftet, nicht geklebt, und nimmt später Schnur, Briefmarken oder Samen auf. Im Deckel ist Platz
      für eine Karte.`,
  },
  'soap-dish': {
    name: 'Seifenschale',
    subtitle: 'Flach und oval, nach einer Stunde wieder trocken',
    description: prose`
      Seife, die im Wasser liegt, ist nach einer Woche weg. Diese Schale wird rund gedreht, oval gedrückt, solange der Ton
      weich ist, und wölbt sich in der Mitte ein wenig, damit das Wasser zum Rand läuft.

      Sie ist bis auf den Fuß glasiert und unter dem Hahn sauber. Auf dem Nachttisch nimmt sie ebenso gern eine Uhr und
      zwei Ringe auf.`,
  },
  'hand-wash': {
    name: 'Flüssige Handseife',
    subtitle: 'Die Meerfenchelseife in einer Flasche zum Nachfüllen',
    description: prose`
      Für die Küche und für Gäste, die fremde Seifenstücke scheuen. Das Rezept ist dasselbe wie beim Stück Meerfenchel,
      nur mit Pottasche statt Natron, so bleibt sie flüssig, und ohne alles, was den Hafen stören würde.

      Die Flasche ist aus Braunglas und so schwer, dass sie steht, wenn man mit dem Ellbogen pumpt. Ist sie leer, bringen
      Sie sie zurück oder bestellen einen Nachfüllbeutel.`,
  },
  'harbour-balm': {
    name: 'Hafenbalsam',
    subtitle: 'Für Hände nach Tauwerk, Erde oder kaltem Wasser',
    description: prose`
      Bienenwachs, Wollfett und Sonnenblumenöl, zusammen geschmolzen und warm gegossen. Gemischt wurde er für die Crew
      eines Lotsenboots, der jeden November die Hände rissen, und das Rezept gilt noch, mit weniger Teer.

      Nehmen Sie, was auf einen Fingernagel passt, und reiben Sie, bis nichts mehr zu sehen ist. Er fettet nicht nach.
      Gut auch für Lippen, Fersen, Lederriemen und den Reißverschluss, der klemmt.`,
  },
  'nail-brush': {
    name: 'Nagelbürste',
    subtitle: 'Buche und Tampico, mit einer Schlaufe zum Trocknen',
    description: prose`
      Eine Gärtnerbürste, so gerundet, dass sie in der Hand liegt. Die Borsten sind Tampico aus der Agave, das nass steif
      bleibt und sich trocken wieder aufrichtet. Sie werden von Hand eingezogen und von einem langen Draht gehalten.

      Die Buche ist geölt und wird grau, wie Buche am Wasser eben wird. Hängen Sie sie an der Schlaufe auf, dann hält sie
      Jahre. Muscheln und neue Kartoffeln bürstet sie genauso gern.`,
  },
}
