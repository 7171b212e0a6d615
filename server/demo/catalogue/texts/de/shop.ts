/** Shelves, options and deliveries, in German. */
import type { Language } from '../types.ts'

export const categories: Language['categories'] = {
  ceramics: {
    name: 'Keramik',
    description:
      'Becher, Schalen und Vasen aus gedrehtem Steinzeug, glasiert in den Farben eines Hafens im Winter.',
  },
  light: {
    name: 'Lampen und Kerzen',
    description:
      'Warmes Licht für lange Abende, von der Kieselsteinlampe bis zum Paar langsamer Spitzkerzen.',
  },
  textiles: {
    name: 'Textilien',
    description:
      'Leinen, Baumwolle und Wolle, die mit jeder Wäsche weicher und geflickt statt ersetzt werden.',
  },
  prints: {
    name: 'Drucke',
    description:
      'Zeichnungen von Gezeiten, Booten und Wetter, in kleinen Auflagen auf schwerem Baumwollpapier.',
  },
  tea: {
    name: 'Tee',
    description: 'Sechs Tees für sechs Stunden des Tages, in Dosen, die man behält.',
  },
  stationery: {
    name: 'Papier',
    description:
      'Bücher zum Füllen und Dinge zum Füllen. Papier, das Tinte nimmt, und Einbände, die Jahre aushalten.',
  },
  kitchen: {
    name: 'Küche und Glas',
    description: 'Bretter, Mühlen und Gläser für einen Tisch mit einfachem Essen, an dem man lange sitzt.',
  },
  outdoors: {
    name: 'Draußen',
    description: 'Körbe, Flaschen und Decken für den Strand, den Garten und die letzte Fähre nach Hause.',
  },
  bath: {
    name: 'Seife und Bad',
    description:
      'Stücke, mit Draht geschnitten und acht Wochen gereift, und die kleinen Dinge, die neben einem Waschbecken liegen.',
  },
  furniture: {
    name: 'Kleinmöbel',
    description:
      'Hocker, eine Bank, ein Bord: Holz, gedrechselt und verkeilt, damit man es in fünfzig Jahren reparieren kann.',
  },
}

export const collections: Language['collections'] = {
  'table-for-eight': {
    name: 'Ein Tisch für acht',
    description:
      'Teller, die sich stapeln, Gläser, die klingen, und so viel Licht, dass niemand den Schalter sucht.',
  },
  'first-hour': {
    name: 'Die erste Stunde',
    description: 'Alles zwischen Wecker und zweiter Tasse, in der Reihenfolge, in der die Hände es finden.',
  },
  'after-dark': {
    name: 'Nach Einbruch der Dunkelheit',
    description:
      'Niedrige Lampen, langsame Kerzen, Wolle für die Knie: was ein Abend ohne Deckenlicht braucht.',
  },
  'last-ferry': {
    name: 'Für die letzte Fähre',
    description:
      'Für kalten Sand und warmen Tee: was trocken bleibt, heiß hält und im Dunkeln nach Hause getragen wird.',
  },
  'desk-by-the-window': {
    name: 'Ein Schreibtisch am Fenster',
    description: 'Papier, das Tinte nimmt, eine Lampe, die stehen bleibt, und etwas Schweres für die Seiten.',
  },
  'small-presents': {
    name: 'Kleine Geschenke',
    description: 'Unter dreißig Euro: Dinge, die man mitbringt und für die man wieder eingeladen wird.',
  },
}

export const options: Language['options'] = {
  colour: 'Farbe',
  'colour chalk': 'Kreide',
  'colour oat': 'Hafer',
  'colour sand': 'Sand',
  'colour clay': 'Ton',
  'colour rust': 'Rost',
  'colour sea': 'Meer',
  'colour harbour': 'Hafen',
  'colour sage': 'Salbei',
  'colour soot': 'Ruß',
  'colour brass': 'Messing',
  'colour smoke': 'Rauch',
  'colour clear': 'Klar',
  size: 'Größe',
  'size small': 'Klein',
  'size medium': 'Mittel',
  'size large': 'Groß',
  set: 'Anzahl',
  'set one': 'Einzeln',
  'set two': 'Zwei Stück',
  'set four': 'Vier Stück',
  'set six': 'Sechs Stück',
  material: 'Material',
  'material oak': 'Eiche',
  'material walnut': 'Nussbaum',
  format: 'Format',
  'format a4': 'A4',
  'format a3': 'A3',
  'format 50x70': '50 × 70 cm',
  frame: 'Rahmen',
  'frame none': 'Ohne Rahmen',
  'frame oak': 'Eichenrahmen',
  'frame black': 'Schwarzer Rahmen',
  weight: 'Gewicht',
  'weight 50g': '50 g',
  'weight 100g': '100 g',
  'weight 250g': '250 g',
  ruling: 'Lineatur',
  'ruling plain': 'Blanko',
  'ruling lined': 'Liniert',
  'ruling dotted': 'Gepunktet',
  scent: 'Duft',
  'scent fennel': 'Meerfenchel',
  'scent driftwood': 'Treibholz',
  'scent unscented': 'Ohne Duft',
  Mug: 'Becher',
  Bowl: 'Schale',
}

export const delivery: Language['delivery'] = {
  parcel: { name: 'Paket', description: 'Bis an die Tür' },
  express: { name: 'Express', description: 'Am nächsten Werktag, wenn vor 14:00 Uhr bestellt' },
  courier: { name: 'Kurier', description: 'Zum Tagespreis des Zustellers' },
}
