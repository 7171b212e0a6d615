/** German, with „Sie“. The shape is that of words.en.ts. */
import { plural } from './plural.ts'
import type { Words } from './words.en.ts'

const count = (n: number, one: string, other: string) => plural('de', n, { one, other })

/** `Erhältlich in Schritten von 6, ab 12, bis zu 48 auf einmal.` */
function limits({ minimum, maximum, step }: { minimum: number; maximum: number | null; step: number }) {
  const parts = [
    ...(step > 1 ? [`in Schritten von ${step}`] : []),
    ...(minimum > step ? [`ab ${minimum}`] : []),
    ...(maximum === null ? [] : [`bis zu ${maximum} auf einmal`]),
  ]
  return `Erhältlich ${parts.join(', ')}.`
}

const SYMBOLS: Record<string, string> = { cm2: 'cm²', m2: 'm²', m3: 'm³' }

export const de: Words = {
  language: {
    choose: 'Sprache',
    offer: 'Diese Seite auf Deutsch',
    keep: 'Hier bleiben',
  },

  shell: {
    skip: 'Zum Inhalt springen',
    home: (shop) => `${shop}, Startseite`,
    title: (page, shop) => `${page} · ${shop}`,
    menu: 'Menü',
    categories: 'Kategorien',
    breadcrumb: 'Sie sind hier',
    search: 'Produkte suchen',
    shop: 'Sortiment',
    you: 'Für Sie',
    allProducts: 'Alle Produkte',
    account: 'Ihre Bestellungen',
    logIn: 'Anmelden',
    signUp: 'Konto anlegen',
    logOut: 'Abmelden',
    cart: (n) => (n === 0 ? 'Warenkorb, leer' : `Warenkorb, ${count(n, '# Artikel', '# Artikel')}`),
    cartPlain: 'Warenkorb',
    tagline: 'Dinge für jeden Tag, gemacht, um zu bleiben.',
    smallPrint: 'Alle Preise enthalten die Mehrwertsteuer.',
    demo: 'Dies ist ein Vorführladen: Nichts wird verschickt, und kein Geld fließt.',
    theme: 'Farbschema',
    themes: { system: 'Wie mein System', light: 'Hell', dark: 'Dunkel' },
  },

  home: {
    title: 'Langsam gemacht, lange behalten',
    lead: 'Steinzeug, Leinen, Lampen, Papier und Tee aus Werkstätten, die noch selbst ans Telefon gehen.',
    browse: 'Alle Produkte ansehen',
    newest: 'Neu im Laden',
    shelves: 'Nach Regal',
    featured: 'Aus dem Schaufenster',
    all: 'Alle Produkte',
    products: (n) => count(n, '# Produkt', '# Produkte'),
    promises: [
      {
        icon: 'person',
        title: 'Kein Konto nötig',
        text: 'Bestellen Sie als Gast. Der Link in Ihrer E-Mail zeigt, wo Ihre Bestellung ist.',
      },
      {
        icon: 'lock',
        title: 'Sicher bezahlen',
        text: 'Sie bezahlen auf der Seite des Zahlungsanbieters. Ihre Karte kommt nie durch diesen Laden.',
      },
      {
        icon: 'clock',
        title: 'Zurückgelegt, während Sie bezahlen',
        text: 'Sobald Sie bestellen, liegen Ihre Sachen für Sie bereit.',
      },
    ],
  },

  list: {
    title: 'Alle Produkte',
    results: (q) => `Ergebnisse für „${q}“`,
    found: (n, atLeast) =>
      atLeast ? `Mehr als ${count(n, '# Produkt', '# Produkte')}` : count(n, '# Produkt', '# Produkte'),
    inside: (shelf) => `Regale in ${shelf}`,
    sort: 'Sortieren nach',
    apply: 'Anwenden',
    narrow: (chosen) =>
      chosen === 0 ? 'Eingrenzen' : `Eingegrenzt durch ${count(chosen, '# Auswahl', '# Angaben')}`,
    choice: (name, n) => `${name} (${n})`,
    stock: 'Bestand',
    available: 'Auf Lager',
    widen: 'Alle Ergebnisse zeigen',
    nothingLeft:
      'Kein Produkt hat all das zugleich. Nehmen Sie eine Angabe zurück oder lassen Sie sich alle Ergebnisse zeigen.',
    sorts: {
      relevance: 'Beste Treffer',
      position: 'Unsere Auswahl',
      newest: 'Neueste zuerst',
      price: 'Preis aufsteigend',
      '-price': 'Preis absteigend',
      name: 'Name',
    },
    clearSearch: (q) => `Suche nach „${q}“ aufheben`,
    pages: 'Seiten',
    first: 'Von vorn',
    next: 'Weitere Produkte',
    from: 'ab',
    was: 'vorher',
    lowest: (price) => `Niedrigster Preis der 30 Tage davor: ${price}`,
    soldOut: 'Ausverkauft',
    lowStock: 'Nur noch wenige',
    colours: (n) => count(n, '# Farbe', '# Farben'),
    emptyTitle: 'In diesem Regal steht noch nichts',
    emptyText: 'Sehen Sie sich so lange bei den anderen um.',
    nothingTitle: (q) => `Nichts gefunden für „${q}“`,
    nothingText:
      'Versuchen Sie es mit einem kürzeren oder allgemeineren Wort, oder stöbern Sie in den Regalen.',
  },

  product: {
    pictures: 'Bilder',
    unavailable: 'ausverkauft',
    notMade: 'gibt es in dieser Zusammenstellung nicht',
    includesTax: 'inkl. MwSt.',
    inStock: 'Auf Lager',
    left: (n) => count(n, 'Nur noch # da', 'Nur noch # da'),
    soldOut: 'In dieser Ausführung ausverkauft',
    soldOutAdvice: 'Wählen Sie eine andere Ausführung oder kommen Sie später wieder.',
    tiers: 'Mehr nehmen, weniger zahlen',
    tierFrom: (n) => `Ab ${n} Stück`,
    tierEach: (price) => `je ${price}`,
    quantity: 'Menge',
    limits,
    add: 'In den Warenkorb',
    adding: 'Wird hineingelegt …',
    cannotAdd: 'Ausverkauft',
    added: (name) => `${name} liegt in Ihrem Warenkorb`,
    toCart: 'Zum Warenkorb',
    toCheckout: 'Zur Kasse',
    guest: 'Bestellen ohne Konto.',
    held: 'Für Sie zurückgelegt, sobald Sie bestellen.',
    about: 'Beschreibung',
    facts: 'Einzelheiten',
    yes: 'Ja',
    no: 'Nein',
    number: 'Artikelnummer',
    beside: {
      accessory: 'Passt dazu',
      alternative: 'Stattdessen',
      bought_together: 'Oft zusammen gekauft',
      related: 'Das könnte Ihnen auch gefallen',
      same_shelf: 'Aus demselben Regal',
    },
    preview: 'Vorschau',
    previewText: 'Nur wer diesen Link hat, sieht diese Seite. Bestellen kann man hier noch nichts.',
  },

  deposit: {
    plus: (price, n, name) => `zzgl. ${price} für ${n === 1 ? '' : `${n} × `}${name}`,
  },

  measure: {
    per: (price, amount, unit) =>
      `${price} je ${amount === 1 ? '' : `${amount} `}${unit === 'piece' ? 'Stück' : (SYMBOLS[unit] ?? unit)}`,
  },

  bundle: {
    inside: 'Was darin ist',
    choose: (least, most) =>
      least === most
        ? `wählen Sie ${most}`
        : least === 0
          ? `wählen Sie bis zu ${most}`
          : `wählen Sie ${least} bis ${most}`,
    piecesOf: (name) => `Anzahl: ${name}`,
    separately: 'einzeln',
    partOf: (name) => `In ${name}`,
  },

  viewed: {
    title: 'Zuletzt angesehen',
    forget: 'Liste leeren',
  },

  promise: {
    kinds: { pre_order: 'Vorbestellung', back_order: 'Auf dem Weg zu uns' },
    some: (n, kind) => `${n} davon: ${kind}`,
    shipsOn: 'Versand ab',
    shipsSoon: 'Versand, sobald es da ist',
  },

  cart: {
    title: 'Ihr Warenkorb',
    items: (n) => count(n, '# Artikel', '# Artikel'),
    emptyTitle: 'Ihr Warenkorb ist leer',
    emptyText: 'Was Sie hineinlegen, bleibt hier, während Sie sich umsehen.',
    startShopping: 'Alle Produkte ansehen',
    each: 'je Stück',
    quantityOf: (name) => `Menge: ${name}`,
    less: (name, step) => `${step} weniger: ${name}`,
    more: (name, step) => `${step} mehr: ${name}`,
    update: 'Menge ändern',
    remove: 'Entfernen',
    removeOf: (name) => `${name} entfernen`,
    clear: 'Warenkorb leeren',
    removed: (name) => `${name} wurde entfernt.`,
    cleared: 'Ihr Warenkorb wurde geleert.',
    undo: 'Rückgängig machen',
    summary: 'Zusammenfassung',
    checkout: 'Zur Kasse',
    goOn: 'Weiter einkaufen',
    onlyLeft: (n) =>
      count(
        n,
        'Nur noch # da: Bitte verringern Sie die Menge.',
        'Nur noch # da: Bitte verringern Sie die Menge.',
      ),
    outOfStock: 'Inzwischen ausverkauft: Bitte entfernen Sie es, um fortzufahren.',
    notForSale: 'Nicht mehr im Verkauf: Bitte entfernen Sie es, um fortzufahren.',
    priceChanged: (was, is) => `Der Preis hat sich von ${was} auf ${is} geändert.`,
    limits,
    take: (n) => `${n} nehmen`,
    solveFirst: 'Etwas in Ihrem Warenkorb braucht Ihre Aufmerksamkeit, bevor Sie zur Kasse gehen können.',
    deliveryFrom: (price, days) =>
      `${price === null ? 'Kostenlose Lieferung' : `Lieferung ab ${price}`}, Ankunft ${days}.`,
    pickUpFrom: (price, days) =>
      `${price === null ? 'Kostenlose Abholung' : `Abholung ab ${price}`}, bereit ${days}.`,
    deliveryProblems: {
      not_offered:
        'Die gewählte Lieferung gibt es für diesen Warenkorb nicht mehr. Wählen Sie an der Kasse eine andere.',
      nowhere:
        'An Ihre Adresse wird noch nicht geliefert. An der Kasse können Sie eine andere Adresse angeben.',
    },
    pricesHeld: 'Preise für Sie gehalten bis',
  },

  codes: {
    title: 'Gutscheincodes',
    field: 'Gutscheincode',
    another: 'Weiterer Code',
    apply: 'Einlösen',
    takesOff: (sum) => `spart ${sum}`,
    remove: 'Entfernen',
    removeOf: (code) => `Code ${code} entfernen`,
  },

  totals: {
    subtotal: 'Zwischensumme',
    deposit: 'Pfand',
    delivery: 'Lieferung',
    deliveryOpen: 'Noch nicht gewählt',
    free: 'Kostenlos',
    taxIncluded: (name) => `enthält ${name}`,
    taxRelief: 'Nicht berechnete Steuer',
    total: 'Gesamtsumme',
  },

  checkout: {
    title: 'Kasse',
    contact: 'Kontakt',
    haveAccount: 'Sie haben ein Konto?',
    logIn: 'Anmelden',
    signedInAs: (name) => `Sie sind als ${name} angemeldet.`,
    email: 'E-Mail-Adresse',
    emailHint: 'Für die Bestätigung und den Link zu Ihrer Bestellung.',
    address: 'Lieferadresse',
    billing: 'Rechnungsadresse',
    name: 'Vor- und Nachname',
    company: 'Firma',
    line1: 'Straße und Hausnummer',
    line2: 'Adresszusatz',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    region: 'Region',
    country: 'Land',
    optional: 'freiwillig',
    business: 'Kaufen Sie für ein Unternehmen?',
    businessHint:
      'Mit der USt-IdNr. eines anderen EU-Landes als unserem wird keine Mehrwertsteuer berechnet.',
    companyName: 'Name des Unternehmens',
    taxId: 'USt-IdNr.',
    useTaxId: 'Prüfen und verwenden',
    noTaxId: 'Ohne USt-IdNr. kaufen',
    delivery: 'Lieferung',
    arrives: (days) => `Ankunft ${days}`,
    ready: (days) => `Bereit ${days}`,
    notDelivered: 'Für diesen Warenkorb nicht möglich',
    noDelivery: 'In dieses Land wird noch nicht geliefert. Bitte wählen Sie ein anderes.',
    deliveryAfterAddress: 'Die Lieferarten erscheinen, sobald Ihre Adresse bekannt ist.',
    showDelivery: 'Lieferarten zeigen',
    payment: 'Zahlung',
    noPayment: 'Im Moment steht keine Zahlungsart zur Verfügung. Bitte versuchen Sie es gleich noch einmal.',
    order: 'Ihre Bestellung',
    showOrder: 'Bestellung zeigen',
    edit: 'Warenkorb ändern',
    goOn: 'Weiter',
    totalNext: 'Lieferung und Gesamtsumme folgen sofort. Noch ist nichts bestellt.',
    pay: (total) => `Zahlungspflichtig bestellen, ${total}`,
    busy: 'Einen Moment …',
    afterwards: 'Sie bezahlen auf der nächsten Seite. Bis dahin wird nichts abgebucht.',
    times: (n, name) => `${n}\u00a0× ${name}`,
    waiting: (n, of) => (n === of ? 'Noch nicht da' : `${n} von ${of} sind noch nicht da`),
  },

  paying: {
    waitTitle: 'Wir warten auf die Bestätigung der Zahlung',
    waitText:
      'Das dauert einige Sekunden. Die Seite geht von selbst weiter; Sie dürfen sie auch schließen: Wir schreiben Ihnen, sobald die Zahlung da ist.',
    waitLong:
      'Es dauert länger als sonst. Ihre Bestellung ist sicher: Sie können diese Seite schließen, die E-Mail kommt.',
    waitSlow:
      'Ihre Zahlung ist unterwegs. Das kann eine Weile dauern; Sie dürfen diese Seite schließen: Wir schreiben Ihnen, sobald das Geld da ist.',
    openTitle: 'Die Zahlung ist noch nicht abgeschlossen',
    openText:
      'Ihre Sachen liegen noch kurze Zeit für Sie bereit. Gehen Sie zurück zur Zahlungsseite, um abzuschließen, oder versuchen Sie es hier noch einmal.',
    backToPayment: 'Zurück zur Zahlungsseite',
    reload: 'Noch einmal nachsehen',
    thanksTitle: (name) => (name ? `Vielen Dank, ${name}` : 'Vielen Dank'),
    thanksText: (email) => `Ihre Bestellung ist bestätigt. Wir haben an ${email} geschrieben.`,
    thanksHeading: 'Bestellung bestätigt',
    seeOrder: 'Bestellung ansehen',
    goOn: 'Weiter einkaufen',
    failedTitle: 'Die Zahlung hat nicht geklappt',
    failedText: 'Es wurde nichts abgebucht, und Ihre Sachen liegen noch für Sie bereit.',
    cancelledTitle: 'Sie haben die Zahlungsseite verlassen',
    cancelledText: 'Es wurde nichts abgebucht. Ihre Sachen liegen noch kurze Zeit für Sie bereit.',
    declined: {
      insufficient_funds: 'Laut Ihrer Bank reicht das Guthaben auf dem Konto nicht aus.',
      expired_card: 'Die Karte ist abgelaufen.',
      suspected_fraud:
        'Ihre Bank hat die Zahlung zu Ihrem Schutz angehalten. Ein Anruf bei der Bank klärt das meist.',
      authentication_failed: 'Die Bestätigung bei Ihrer Bank ist fehlgeschlagen.',
      account_closed: 'Laut Ihrer Bank ist das Konto geschlossen.',
      never_opened: 'Der Zahlungsdienst war nicht zu erreichen.',
    },
    declinedOther: 'Ihre Bank hat die Zahlung ohne Angabe von Gründen abgelehnt.',
    holdUntil: 'Für Sie zurückgelegt bis',
    holdLeft: 'Verbleibende Zeit zum Bezahlen',
    holdOver:
      'Die Zeit zum Bezahlen ist um. Was inzwischen niemand gekauft hat, können Sie noch einmal bestellen.',
    declinedByTime: 'Die Zeit für diese Zahlung ist abgelaufen.',
    shortTitle: 'Ein Teil des Geldes ist angekommen',
    shortReason: (paid, rest) => `${paid} sind da; ${rest} fehlen noch.`,
    shortText:
      'Ihre Sachen liegen noch für Sie bereit. Was Sie nicht rechtzeitig vervollständigen, wird zurückgezahlt.',
    payRest: 'Den Rest bezahlen',
    chooseWay: 'Wie möchten Sie bezahlen?',
    otherWay: 'Oder anders bezahlen',
    payThisWay: 'So bezahlen',
    tryAgain: 'Noch einmal versuchen',
    changeCart: 'Zum Warenkorb',
    gone: 'Diese Bestellung ist geschlossen',
    goneText:
      'Sie wurde nicht rechtzeitig bezahlt, darum stehen Ihre Sachen wieder im Regal. Ihr Warenkorb ist noch da: Sie können noch einmal bestellen.',
  },

  handedOver: {
    title: 'Für Sie zum Behalten',
    keyOf: (name) => `Schlüssel für ${name}`,
    load: (name) => `${name} laden`,
    loaded: (n, most) => `${n} von ${most} Mal geladen`,
    until: 'Bis',
    revoked: 'Dies wurde zurückgezahlt.',
  },

  order: {
    title: (number) => `Bestellung ${number}`,
    titlePending: 'Ihre Bestellung',
    placed: 'Bestellt am',
    status: {
      pending: 'Wartet auf Zahlung',
      paid: 'Bezahlt, wird gepackt',
      shipped: 'Unterwegs',
      delivered: 'Zugestellt',
      cancelled: 'Storniert',
      refunded: 'Erstattet',
    },
    approved: 'Bestellt, wird beim Versand bezahlt',
    progress: 'Stand',
    history: 'Verlauf',
    steps: {
      placed: 'Bestellt',
      paid: 'Bezahlt',
      approved: 'Zahlung genehmigt',
      shipped: 'Versandt',
      delivered: 'Zugestellt',
      ready: 'Abholbereit',
      fetched: 'Abgeholt',
      cancelled: 'Storniert',
    },
    stepStates: { done: 'erledigt', current: 'jetzt', ahead: 'steht noch aus', failed: 'nicht erledigt' },
    lines: 'Was Sie bestellt haben',
    shipments: 'Sendungen',
    shipment: (n) => `Sendung ${n}`,
    track: 'Sendung verfolgen',
    trackingCode: 'Sendungsnummer',
    tracking: 'Was der Zusteller meldet',
    trackingKinds: {
      in_transit: 'Unterwegs',
      exception: 'Konnte nicht übergeben werden',
      delivered: 'Zugestellt',
      returned: 'Auf dem Rückweg zu uns',
    },
    shippedOn: 'Versandt am',
    deliveredOn: 'Zugestellt am',
    returnUntil: 'Rückgabe möglich bis',
    address: 'Lieferadresse',
    pickUp: 'Abholort',
    billing: 'Rechnungsadresse',
    delivery: 'Lieferung',
    payment: 'Zahlung',
    paymentStates: {
      pending: 'Nicht abgeschlossen',
      requires_action: 'Nicht abgeschlossen',
      processing: 'Wird bestätigt',
      unknown: 'Wird bestätigt',
      authorised: 'Genehmigt',
      part_captured: 'Teilweise bezahlt',
      captured: 'Bezahlt',
      disputed: 'Bestritten',
      won: 'Bezahlt',
      lost: 'Zurückgeholt',
      paid: 'Bezahlt',
      failed: 'Fehlgeschlagen',
      cancelled: 'Abgebrochen',
      expired: 'Abgelaufen',
      voided: 'Freigegeben',
      refunded: 'Erstattet',
    },
    refunds: 'Erstattungen',
    refundStates: {
      approved: 'Auf dem Weg zurück zu Ihnen',
      sent: 'Auf dem Weg zurück zu Ihnen',
      succeeded: 'Erstattet',
    },
    refundTax: 'darin Steuer',
    documents: 'Belege',
    documentKinds: {
      receipt: (number) => `Beleg ${number}, zum Drucken oder Aufheben`,
    },
    contact: 'Bestätigung gesandt an',
    payNow: 'Jetzt bezahlen',
    payUntil: 'Für Sie zurückgelegt bis',
    cancel: 'Diese Bestellung stornieren',
    cancelled: 'Diese Bestellung wurde storniert. Es wurde nichts abgebucht.',
    backToOrders: 'Alle Ihre Bestellungen',
  },

  orderLink: {
    title: 'Diese Bestellung lässt sich nicht öffnen',
    lead: 'Der Link ist abgelaufen, unvollständig oder gehört jemand anderem.',
    text: 'Wir können einen neuen Link an die E-Mail-Adresse schicken, mit der bestellt wurde.',
    send: 'Neuen Link schicken',
    sentTitle: 'Sehen Sie in Ihre E-Mails',
    sentText:
      'Wenn es diese Bestellung gibt, ist der Link unterwegs an die Adresse, mit der sie aufgegeben wurde.',
    haveAccount: 'Mit Konto bestellt?',
    logIn: 'Melden Sie sich an, um Ihre Bestellungen zu sehen',
  },

  orders: {
    title: 'Ihre Bestellungen',
    emptyTitle: 'Noch keine Bestellungen',
    emptyText: 'Wenn Sie etwas bestellen, erscheint es hier mit allem, was damit geschieht.',
    items: (n) => count(n, '# Artikel', '# Artikel'),
    pages: 'Seiten',
    next: 'Ältere Bestellungen',
    first: 'Neueste Bestellungen',
    startShopping: 'Alle Produkte ansehen',
    signUp: 'Konto anlegen',
    changePassword: 'Passwort ändern',
    guestNote: 'Dies sind die Bestellungen dieses Browsers. Mit einem Konto finden Sie sie überall.',
  },

  account: {
    logInTitle: 'Anmelden',
    logInLead: 'Willkommen zurück.',
    signUpTitle: 'Konto anlegen',
    signUpLead: 'Sehen Sie Ihre Bestellungen überall und bezahlen Sie schneller. Ihr Warenkorb kommt mit.',
    email: 'E-Mail-Adresse',
    name: 'Ihr Name',
    password: 'Passwort',
    passwordHint: 'Mindestens 10 Zeichen. Ein paar Wörter ohne Zusammenhang sind gut.',
    logIn: 'Anmelden',
    signUp: 'Konto anlegen',
    busy: 'Einen Moment …',
    setPasswordTitle: 'Passwort wählen',
    setPasswordLead: 'Für Ihr Konto bei uns. Der Link gilt einmal.',
    newPassword: 'Neues Passwort',
    setPassword: 'Passwort speichern',
    noAccount: 'Noch kein Konto?',
    haveAccount: 'Sie haben schon ein Konto?',
    toSignUp: 'Konto anlegen',
    toLogIn: 'Anmelden',
    forgot: 'Passwort vergessen?',
    forgotTitle: 'Ein neues Passwort',
    forgotLead:
      'Nennen Sie uns Ihre E-Mail-Adresse, und wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.',
    sendLink: 'Link schicken',
    linkSentTitle: 'Sehen Sie in Ihre E-Mails',
    linkSent: (email) =>
      `Wenn es für ${email} ein Konto gibt, ist der Link unterwegs. Er gilt einmal, innerhalb einer Stunde.`,
    backToLogIn: 'Zurück zur Anmeldung',
    newLink: 'Neuen Link anfordern',
    passwordSet: 'Ihr neues Passwort ist gespeichert. Melden Sie sich damit an.',
    changePasswordTitle: 'Passwort ändern',
    changePasswordLead: 'Auf allen anderen Geräten werden Sie abgemeldet.',
    currentPassword: 'Bisheriges Passwort',
    changePassword: 'Passwort ändern',
    passwordChanged: 'Ihr Passwort ist geändert. Auf allen anderen Geräten sind Sie abgemeldet.',
  },

  keep: {
    title: 'Diese Bestellung in einem Konto aufbewahren',
    text: 'Sie haben als Gast bestellt. Wir schicken einen Link an die Adresse Ihrer Bestellung: Damit kommen Ihre Bestellungen in ein Konto, ein neues oder das, das Sie schon haben.',
    ask: 'Link schicken',
    sentTitle: 'Sehen Sie in Ihre E-Mails',
    sent: (email) =>
      `Wir haben an ${email} geschrieben. Der Link gilt einmal, innerhalb von sieben Tagen. Nichts da? Sehen Sie bei den unerwünschten E-Mails nach, oder fragen Sie in fünf Minuten noch einmal.`,
    claimTitle: 'Bestellungen aufbewahren',
    claimLead: (orders, email) =>
      `${orders === 1 ? 'Diese Bestellung wurde' : `Diese ${orders} Bestellungen wurden`} mit ${email} aufgegeben.`,
    nothing: (email) => `Was mit ${email} bestellt wurde, ist schon in einem Konto.`,
    intoMine: (name) => `Sie sind als ${name} angemeldet.`,
    accept: 'In meinem Konto aufbewahren',
    logInText: 'Melden Sie sich an, und sie sind in Ihrem Konto.',
    signUpText: 'Wählen Sie ein Passwort, und sie sind in Ihrem neuen Konto.',
    gone: {
      used: 'Dieser Link wurde schon benutzt',
      expired: 'Dieser Link ist zu alt',
      unknown: 'Dieser Link ist nicht vollständig',
    },
    goneText: {
      used: 'Die Bestellungen sind in einem Konto. Melden Sie sich an, um sie zu sehen.',
      expired:
        'Er galt sieben Tage. Öffnen Sie die Bestellung aus ihrer E-Mail, und fordern Sie dort einen neuen an.',
      unknown:
        'Öffnen Sie ihn so, wie er in der E-Mail steht, oder öffnen Sie die Bestellung aus ihrer E-Mail, und fordern Sie dort einen neuen an.',
    },
  },

  faults: {
    required: 'Bitte füllen Sie dieses Feld aus.',
    choose: 'Bitte wählen Sie etwas aus.',
    email: 'Bitte geben Sie eine E-Mail-Adresse wie name@example.com an.',
    password: 'Bitte wählen Sie ein Passwort mit mindestens 10 Zeichen.',
    newTotal: (total) =>
      `Die Gesamtsumme ist jetzt ${total}. Bitte sehen Sie sich die Zusammenfassung an, und bestellen Sie noch einmal.`,
  },

  problems: {
    general: 'Das hat nicht geklappt',
    check: 'Bitte sehen Sie sich die markierten Felder an',
    reference: 'Wenn Sie uns schreiben, nennen Sie bitte',
    internal: 'Bei uns ist etwas schiefgegangen. Es ist notiert; bitte versuchen Sie es noch einmal.',
    away: 'Der Laden ist kurz nicht erreichbar. Nichts geht verloren: Bitte versuchen Sie es in ein paar Sekunden noch einmal.',
    titles: {
      'cart.out_of_stock': 'Davon ist nicht mehr genug da',
      'cart.not_for_sale': 'Dies wird nicht mehr verkauft',
      'cart.closed': 'Dieser Warenkorb wurde schon bestellt',
      'cart.incomplete': 'Es fehlt noch etwas',
      'orders.total_changed': 'Die Gesamtsumme hat sich geändert',
      'promotions.used_up': 'Ein Angebot gilt nicht mehr',
      'promotions.used_by_you': 'Ein Angebot gilt nicht mehr',
      'promotions.over': 'Ein Angebot gilt nicht mehr',
      'promotions.not_for_you': 'Ein Angebot gilt hier nicht',
      'cart.price_changed': 'Ein Preis hat sich geändert',
      'payments.provider_unavailable': 'Die Zahlungsseite antwortet nicht',
      'identity.log_in_refused': 'E-Mail-Adresse und Passwort passen nicht zusammen',
      'identity.link_not_valid': 'Dieser Link gilt nicht mehr',
      'identity.sign_up_refused': 'Dieses Konto konnte nicht angelegt werden',
      'identity.password_not_right': 'Das bisherige Passwort stimmt nicht',
      'orders.claim_link_not_valid': 'Dieser Link gilt nicht mehr',
      'orders.has_account': 'Diese Bestellung ist schon in einem Konto',
      too_many_requests: 'Zu viele Versuche',
    },
    logInRefused: 'Bitte prüfen Sie beides. Warten Sie nach mehreren Versuchen ein wenig.',
  },

  errors: {
    number: (status) => `Fehler ${status}`,
    reference: 'Wenn Sie uns schreiben, nennen Sie bitte',
    toHome: 'Zur Startseite',
    toProducts: 'Alle Produkte ansehen',
    notFound: {
      title: 'Diese Seite gibt es hier nicht',
      advice:
        'Vielleicht ist sie umgezogen, oder der Link war unvollständig. Suchen Sie oben, oder beginnen Sie hier von vorn.',
    },
    forbidden: {
      title: 'Diese Seite ist nicht für Sie bestimmt',
      advice:
        'Falls doch, melden Sie sich mit dem Konto an, zu dem sie gehört, oder öffnen Sie noch einmal den Link aus Ihrer E-Mail.',
    },
    form: {
      title: 'Das wurde nicht ausgeführt',
      advice:
        'Was gesendet wurde, kam nicht von einer Seite dieses Ladens, oder die Seite war zu lange offen. Gehen Sie zurück, laden Sie die Seite neu, und senden Sie es noch einmal.',
    },
    away: {
      title: 'Gleich wieder da',
      advice:
        'Der Laden ist kurz nicht erreichbar. Nichts von dem, was Sie eingegeben haben, geht verloren: Warten Sie ein paar Sekunden, und laden Sie dann neu.',
    },
    broken: {
      title: 'Bei uns ist etwas schiefgegangen',
      advice: 'Es ist notiert. Bitte laden Sie die Seite neu; Ihr Warenkorb ist noch da.',
    },
  },
}
