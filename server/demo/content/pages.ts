/** The pages that the demo shop has about itself. Those of the law are samples, and say so. */
import type { DemoPage } from './types.ts'

export const story: DemoPage = {
  cover: {
    key: 'scene-morning',
    alts: {
      en: 'Stoneware on an oak table in the light of a window',
      de: 'Steinzeug auf einem Eichentisch im Licht eines Fensters',
      ar: 'أوانٍ خزفيّة على طاولة من خشب البلّوط في ضوء النافذة',
    },
  },
  texts: {
    en: {
      title: 'Our story',
      summary: 'A chandler’s shop on the old quay, eleven workshops, and one rule: it has to last.',
      slug: 'story',
      body: `
        Quayside began in 2014 in a room that had sold rope and lamp oil for ninety years. The shelves were already there, deep enough for coils of hawser, and we asked ourselves what a ship’s chandler would sell to people who stay on land.
        The answer is what you see here: things for every day that are made to be kept. Mugs that survive the dishwasher and look better for it. Linen that is stiff in the shop and soft by the second summer. Lamps that can be taken apart with one screwdriver, and put together again.
        ## Who makes it
        We buy from eleven workshops. The smallest is two sisters and a kiln; the largest has nine people and a dog. We know all of them by name, we have stood in their way on a working day, and we pay within a week.
        - Stoneware is thrown and glazed within an hour of the harbour.
        - Linen and wool are woven on looms older than the weavers.
        - Lamps are turned, wired and tested by one pair of hands.
        ## What we do not do
        We have no sales that never end, no countdowns, and nothing that was designed to be replaced. If something breaks that should not have, [write to us](/pages/contact): we mend it, or we send another one.
        > Buy one good mug. You will hold it four thousand times.`,
    },
    de: {
      title: 'Unsere Geschichte',
      summary: 'Ein Schiffsausrüster am alten Kai, elf Werkstätten und eine Regel: Es muss halten.',
      slug: 'geschichte',
      body: `
        Quayside begann 2014 in einem Raum, in dem neunzig Jahre lang Tauwerk und Lampenöl verkauft worden waren. Die Regale standen schon da, tief genug für Trossen, und wir fragten uns, was ein Schiffsausrüster wohl Leuten verkaufen würde, die an Land bleiben.
        Die Antwort sehen Sie hier: Dinge für jeden Tag, gemacht, um zu bleiben. Becher, die die Spülmaschine überstehen und danach schöner sind. Leinen, das im Laden steif ist und im zweiten Sommer weich. Lampen, die sich mit einem einzigen Schraubendreher zerlegen lassen, und wieder zusammensetzen.
        ## Wer es macht
        Wir kaufen bei elf Werkstätten. Die kleinste sind zwei Schwestern und ein Brennofen, die größte hat neun Leute und einen Hund. Wir kennen alle beim Namen, haben ihnen an einem Arbeitstag im Weg gestanden und zahlen innerhalb einer Woche.
        - Das Steinzeug wird keine Stunde vom Hafen entfernt gedreht und glasiert.
        - Leinen und Wolle kommen von Webstühlen, die älter sind als ihre Weberinnen.
        - Jede Lampe wird von einem Paar Hände gedrechselt, verdrahtet und geprüft.
        ## Was wir nicht tun
        Bei uns gibt es keinen Ausverkauf ohne Ende, keine ablaufenden Uhren und nichts, was zum Ersetzen entworfen wurde. Geht etwas kaputt, das nicht hätte kaputtgehen dürfen, [schreiben Sie uns](/pages/contact): Wir reparieren es oder schicken Ihnen ein anderes.
        > Kaufen Sie einen guten Becher. Sie werden ihn viertausendmal in der Hand halten.`,
    },
    ar: {
      title: 'حكايتنا',
      summary: 'متجر لوازم السفن على الرصيف القديم، وإحدى عشرة ورشة، وقاعدة واحدة: أن تدوم الأشياء.',
      slug: 'حكايتنا',
      body: `
        بدأ متجر «كويسايد» عام 2014 في غرفة بيعت فيها الحبال وزيت المصابيح تسعين سنة. كانت الرفوف في مكانها، عميقة تتّسع للفائف الحبال الغليظة، فسألنا أنفسنا: ماذا يبيع تاجر لوازم السفن لمن يبقون على البرّ؟
        الجواب ما ترونه هنا: أشياء لكل يوم، صُنعت لتبقى. أكواب تحتمل غسّالة الصحون وتزداد بها جمالًا، وكتّان قاسٍ في المتجر ليّن في صيفه الثاني، ومصابيح تُفكّ بمفكّ واحد ثم تُركّب من جديد.
        ## من يصنعها
        نشتري من إحدى عشرة ورشة. أصغرها أختان وفرن، وأكبرها تسعة أشخاص وكلب. نعرفهم جميعًا بأسمائهم، ووقفنا في طريقهم يوم عمل، وندفع لهم خلال أسبوع.
        - يُشكَّل الخزف ويُطلى على بُعد أقلّ من ساعة من الميناء.
        - يُنسج الكتّان والصوف على أنوال أقدم من ناسجاتها.
        - يخرط كلَّ مصباح ويوصل أسلاكه ويفحصه شخص واحد.
        ## ما لا نفعله
        ليس عندنا تخفيضات لا تنتهي، ولا عدّادات تنازلية، ولا شيء صُمّم ليُستبدل. وإن انكسر ما لم يكن ينبغي أن ينكسر [فاكتبوا إلينا](/pages/contact): نصلحه أو نرسل غيره.
        > اشترِ كوبًا واحدًا جيّدًا، فستمسكه أربعة آلاف مرّة.`,
    },
  },
}

export const delivery: DemoPage = {
  texts: {
    en: {
      title: 'Delivery and returns',
      summary: 'Free in Germany from €60, thirty days to change your mind.',
      slug: 'delivery',
      body: `
        We pack on weekdays, in paper and straw. What is ordered before 14:00 leaves the same day.
        ## What it costs
        - **Germany:** €4.90, free from €60. Express, the next working day: €12.90.
        - **European Union:** €9.90, free from €120, in three to six days.
        ## Sending something back
        You have thirty days from the day it arrives. Put it in its box, use the label from your order’s page, and take it to any parcel shop. We pay the money back within three days of its return, the same way you paid.`,
    },
    de: {
      title: 'Versand und Rückgabe',
      summary: 'In Deutschland frei ab 60 €, dreißig Tage Zeit zum Umentscheiden.',
      slug: 'versand',
      body: `
        Wir packen werktags, in Papier und Stroh. Was vor 14 Uhr bestellt ist, geht am selben Tag hinaus.
        ## Was es kostet
        - **Deutschland:** 4,90 €, ab 60 € frei. Express am nächsten Werktag: 12,90 €.
        - **Europäische Union:** 9,90 €, ab 120 € frei, in drei bis sechs Tagen.
        ## Etwas zurückschicken
        Sie haben dreißig Tage ab dem Tag, an dem es ankommt. Legen Sie es in seine Schachtel, nehmen Sie den Aufkleber von der Seite Ihrer Bestellung und bringen Sie es in irgendeinen Paketshop. Wir erstatten innerhalb von drei Tagen nach der Rückkehr, auf demselben Weg, auf dem Sie bezahlt haben.`,
    },
    ar: {
      title: 'التوصيل والإرجاع',
      summary: 'التوصيل داخل ألمانيا مجاني ابتداءً من 60 يورو، ولكم ثلاثون يومًا لتغيير رأيكم.',
      slug: 'التوصيل',
      body: `
        نغلّف الطلبات أيام العمل بالورق والقش. وما يُطلب قبل الثانية ظهرًا يخرج في اليوم نفسه.
        ## كم يكلّف
        - **ألمانيا:** 4.90 يورو، ومجانًا ابتداءً من 60 يورو. البريد السريع في يوم العمل التالي: 12.90 يورو.
        - **الاتحاد الأوروبي:** 9.90 يورو، ومجانًا ابتداءً من 120 يورو، خلال ثلاثة إلى ستة أيام.
        ## إرجاع ما اشتريتم
        أمامكم ثلاثون يومًا من يوم الوصول. ضعوا القطعة في علبتها، واستعملوا الملصق الموجود في صفحة طلبكم، وسلّموها إلى أي مركز للطرود. نعيد المبلغ خلال ثلاثة أيام من وصولها، بالطريقة نفسها التي دفعتم بها.`,
    },
  },
  faq: {
    en: {
      title: 'Often asked',
      questions: [
        [
          'Can I change my address after ordering?',
          'Yes, until the parcel is packed. Reply to the mail that confirmed your order.',
        ],
        [
          'Do you send to islands?',
          'To every island a parcel can reach. On the smallest ones it may take two days longer.',
        ],
        [
          'What if something arrives broken?',
          'Send us a photograph within a week. Another one leaves the same day, and you keep or throw away the pieces.',
        ],
        [
          'May I collect it myself?',
          'Gladly: choose collection in the till, and come to the quay from ten to six.',
        ],
      ],
    },
    de: {
      title: 'Oft gefragt',
      questions: [
        [
          'Kann ich nach dem Bestellen die Adresse ändern?',
          'Ja, bis das Paket gepackt ist. Antworten Sie einfach auf die Mail mit der Bestätigung.',
        ],
        [
          'Liefern Sie auf Inseln?',
          'Auf jede Insel, die ein Paket erreicht. Auf den kleinsten dauert es manchmal zwei Tage länger.',
        ],
        [
          'Was, wenn etwas zerbrochen ankommt?',
          'Schicken Sie uns binnen einer Woche ein Foto. Noch am selben Tag geht Ersatz hinaus; die Scherben dürfen Sie behalten.',
        ],
        [
          'Kann ich selbst abholen?',
          'Gern: Wählen Sie an der Kasse die Abholung und kommen Sie zwischen zehn und achtzehn Uhr an den Kai.',
        ],
      ],
    },
    ar: {
      title: 'أسئلة متكرّرة',
      questions: [
        [
          'هل يمكنني تغيير العنوان بعد الطلب؟',
          'نعم، ما دام الطرد لم يُغلَّف بعد. يكفي أن تردّوا على رسالة تأكيد الطلب.',
        ],
        ['هل ترسلون إلى الجزر؟', 'إلى كل جزيرة تصلها الطرود، وقد يتأخّر أصغرها يومين.'],
        ['ماذا لو وصل شيء مكسور؟', 'أرسلوا إلينا صورة خلال أسبوع، فيخرج البديل في اليوم نفسه.'],
        [
          'هل يمكنني استلام الطلب بنفسي؟',
          'على الرحب والسعة: اختاروا الاستلام عند الدفع، وتعالوا إلى الرصيف بين العاشرة والسادسة.',
        ],
      ],
    },
  },
}

export const care: DemoPage = {
  texts: {
    en: {
      title: 'Care guides',
      summary: 'How things grow old well: stoneware, linen, wool, wood and brass.',
      slug: 'care',
      body: `
        ## Stoneware
        Everything goes into the dishwasher and the microwave. Grey marks from spoons are metal, not scratches: a little baking soda on a wet cloth takes them off.
        ## Linen
        Wash at 40 °C, hang it up wet, and leave the iron in the cupboard. It softens with every wash, and loses a little colour in the first three.
        ## Wool
        Air it rather than wash it: a night by an open window does more than any programme. When it must be, by hand, lukewarm, and dried flat.
        ## Wood
        Never soak it. Rub a board with linseed oil twice a year, the evening before you are away.
        ## Brass
        It darkens, and we like it. If you do not: half a lemon, a pinch of salt, rinse, dry.`,
    },
    de: {
      title: 'Pflege',
      summary: 'Wie Dinge gut altern: Steinzeug, Leinen, Wolle, Holz und Messing.',
      slug: 'pflege',
      body: `
        ## Steinzeug
        Alles darf in die Spülmaschine und in die Mikrowelle. Graue Spuren von Löffeln sind Metall, keine Kratzer: Etwas Natron auf einem nassen Tuch nimmt sie weg.
        ## Leinen
        Bei 40 °C waschen, nass aufhängen, das Bügeleisen im Schrank lassen. Es wird mit jeder Wäsche weicher und verliert in den ersten drei ein wenig Farbe.
        ## Wolle
        Lieber lüften als waschen: Eine Nacht am offenen Fenster hilft mehr als jedes Programm. Wenn es sein muss, von Hand, lauwarm, und liegend trocknen.
        ## Holz
        Nie einweichen. Reiben Sie ein Brett zweimal im Jahr mit Leinöl ein, am Abend, bevor Sie verreisen.
        ## Messing
        Es dunkelt nach, und uns gefällt das. Wenn Ihnen nicht: eine halbe Zitrone, eine Prise Salz, abspülen, abtrocknen.`,
    },
    ar: {
      title: 'العناية بالأشياء',
      summary: 'كيف تشيخ الأشياء بأناقة: الخزف والكتّان والصوف والخشب والنحاس.',
      slug: 'العناية',
      body: `
        ## الخزف
        كل القطع تدخل غسّالة الصحون والميكروويف. أمّا الآثار الرمادية التي تتركها الملاعق فمعدن لا خدوش، ويزيلها قليل من بيكربونات الصودا على قطعة قماش مبلّلة.
        ## الكتّان
        يُغسل على 40 درجة ويُنشر مبلّلًا، ودعوا المكواة في الخزانة. يلين مع كل غسلة، ويفقد شيئًا من لونه في الغسلات الثلاث الأولى.
        ## الصوف
        التهوية خير من الغسل: ليلة عند نافذة مفتوحة تفعل أكثر من أي برنامج. وإن لزم الغسل فباليد وبماء فاتر، ويُجفَّف مبسوطًا.
        ## الخشب
        لا يُنقع أبدًا. ادهنوا اللوح بزيت الكتّان مرّتين في السنة، مساء اليوم الذي يسبق سفركم.
        ## النحاس
        يغمق لونه مع الوقت، وهذا يعجبنا. وإن لم يعجبكم: نصف ليمونة ورشّة ملح، ثم اشطفوه وجفّفوه.`,
    },
  },
}

export const contact: DemoPage = {
  texts: {
    en: {
      title: 'Contact',
      summary: 'A person answers, on weekdays within a few hours.',
      slug: 'contact',
      body: `
        **Here:** [Write to us](/contact); the answer comes by mail.
        **By mail:** [hello@quayside.example](mailto:hello@quayside.example)
        **By telephone:** [+49 30 0123 4567](tel:+493001234567), Monday to Friday from ten to four.
        **On the quay:** Am Alten Kai 7, 20457 Hamburg. The bell is broken; knock.
        If it is about an order, have its number at hand. It is in the subject of every mail we sent you.`,
    },
    de: {
      title: 'Kontakt',
      summary: 'Es antwortet ein Mensch, werktags innerhalb weniger Stunden.',
      slug: 'kontakt',
      body: `
        **Hier:** [Schreiben Sie uns](/contact), die Antwort kommt per Mail.
        **Per Mail:** [hello@quayside.example](mailto:hello@quayside.example)
        **Am Telefon:** [+49 30 0123 4567](tel:+493001234567), Montag bis Freitag von zehn bis sechzehn Uhr.
        **Am Kai:** Am Alten Kai 7, 20457 Hamburg. Die Klingel ist kaputt, bitte klopfen.
        Geht es um eine Bestellung, halten Sie ihre Nummer bereit. Sie steht im Betreff jeder Mail von uns.`,
    },
    ar: {
      title: 'اتصلوا بنا',
      summary: 'يجيبكم إنسان، خلال ساعات قليلة في أيام العمل.',
      slug: 'اتصلوا-بنا',
      body: `
        **من هنا:** [اكتبوا إلينا](/contact)، ويصلكم الرد بالبريد.
        **بالبريد:** [hello@quayside.example](mailto:hello@quayside.example)
        **بالهاتف:** [\u2066+49 30 0123 4567\u2069](tel:+493001234567)، من الاثنين إلى الجمعة بين العاشرة والرابعة.
        **على الرصيف:** Am Alten Kai 7, 20457 Hamburg. الجرس معطّل، فاطرقوا الباب.
        وإن كان الأمر يخصّ طلبًا فليكن رقمه في متناولكم، وهو في عنوان كل رسالة أرسلناها إليكم.`,
    },
  },
}

export const privacy: DemoPage = {
  texts: {
    en: {
      title: 'Privacy (sample)',
      summary: 'A sample text: replace it with your own before you open a shop.',
      slug: 'privacy',
      body: `
        **This is a sample and no legal advice.** It shows where such a text stands and how it looks.
        ## What we keep
        For an order: your name, address, mail address and what you bought, as long as the law asks for it. For an account: the same, until you close it.
        ## What we do not do
        No tracking of visitors, no advertising networks, no selling of addresses. Cookies keep your cart and your session, and nothing else.
        ## Your rights
        You may see, correct, take with you or have erased what we keep about you. Write to [hello@quayside.example](mailto:hello@quayside.example).`,
    },
    de: {
      title: 'Datenschutz (Muster)',
      summary: 'Ein Mustertext: Ersetzen Sie ihn, bevor Sie einen Laden eröffnen.',
      slug: 'datenschutz',
      body: `
        **Dies ist ein Muster und keine Rechtsberatung.** Es zeigt, wo ein solcher Text steht und wie er aussieht.
        ## Was wir aufbewahren
        Für eine Bestellung: Name, Anschrift, Mailadresse und was Sie gekauft haben, solange das Gesetz es verlangt. Für ein Konto: dasselbe, bis Sie es schließen.
        ## Was wir nicht tun
        Wir verfolgen niemanden, arbeiten mit keinem Werbenetz und verkaufen keine Adressen. Cookies halten Ihren Warenkorb und Ihre Anmeldung, sonst nichts.
        ## Ihre Rechte
        Sie können sehen, berichtigen, mitnehmen oder löschen lassen, was wir über Sie aufbewahren. Schreiben Sie an [hello@quayside.example](mailto:hello@quayside.example).`,
    },
    ar: {
      title: 'الخصوصية (نموذج)',
      summary: 'نصّ نموذجي: استبدلوه بنصّكم قبل افتتاح متجركم.',
      slug: 'الخصوصية',
      body: `
        **هذا نموذج وليس استشارة قانونية.** وهو يبيّن أين يقع مثل هذا النص وكيف يبدو.
        ## ما نحتفظ به
        من أجل الطلب: اسمكم وعنوانكم وبريدكم وما اشتريتم، ما دام القانون يقتضي ذلك. ومن أجل الحساب: الأمر نفسه إلى أن تغلقوه.
        ## ما لا نفعله
        لا نتتبّع الزوّار، ولا نتعامل مع شبكات الإعلان، ولا نبيع العناوين. ملفات الارتباط تحفظ سلّتكم وجلستكم لا غير.
        ## حقوقكم
        لكم أن تروا ما نحتفظ به عنكم وأن تصحّحوه أو تأخذوه معكم أو تطلبوا محوه. اكتبوا إلى [hello@quayside.example](mailto:hello@quayside.example).`,
    },
  },
}

export const terms: DemoPage = {
  texts: {
    en: {
      title: 'Terms (sample)',
      summary: 'A sample text: replace it with your own before you open a shop.',
      slug: 'terms',
      body: `
        **This is a sample and no legal advice.** It shows where such a text stands and how it looks.
        ## The contract
        It is made when we confirm your order by mail. Prices include VAT; delivery is told before you pay.
        ## Changing your mind
        You may withdraw within thirty days without a reason. How to send something back is told under [delivery and returns](/pages/delivery).
        ## If something is wrong
        The law’s two years hold for everything we sell. For stoneware and lamps we add three of our own.`,
    },
    de: {
      title: 'AGB (Muster)',
      summary: 'Ein Mustertext: Ersetzen Sie ihn, bevor Sie einen Laden eröffnen.',
      slug: 'agb',
      body: `
        **Dies ist ein Muster und keine Rechtsberatung.** Es zeigt, wo ein solcher Text steht und wie er aussieht.
        ## Der Vertrag
        Er kommt zustande, wenn wir Ihre Bestellung per Mail bestätigen. Die Preise enthalten die Mehrwertsteuer; den Versand nennen wir, bevor Sie zahlen.
        ## Widerruf
        Sie können binnen dreißig Tagen ohne Grund widerrufen. Wie Sie etwas zurückschicken, steht unter [Versand und Rückgabe](/pages/delivery).
        ## Wenn etwas nicht stimmt
        Für alles gelten die zwei Jahre des Gesetzes. Für Steinzeug und Lampen legen wir drei eigene dazu.`,
    },
    ar: {
      title: 'الشروط (نموذج)',
      summary: 'نصّ نموذجي: استبدلوه بنصّكم قبل افتتاح متجركم.',
      slug: 'الشروط',
      body: `
        **هذا نموذج وليس استشارة قانونية.** وهو يبيّن أين يقع مثل هذا النص وكيف يبدو.
        ## العقد
        ينعقد حين نؤكّد طلبكم بالبريد. الأسعار تشمل ضريبة القيمة المضافة، وتُذكر تكلفة التوصيل قبل أن تدفعوا.
        ## العدول عن الشراء
        لكم أن تعدلوا خلال ثلاثين يومًا من دون سبب. أمّا طريقة الإرجاع فتجدونها في [التوصيل والإرجاع](/pages/delivery).
        ## إن كان في الأمر عيب
        يسري ضمان السنتين القانوني على كل ما نبيع، ونضيف إليه من عندنا ثلاث سنوات للخزف والمصابيح.`,
    },
  },
}
