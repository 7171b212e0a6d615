/** Shelves, options and deliveries, in Arabic. */
import type { Language } from '../types.ts'

export const categories: Language['categories'] = {
  ceramics: { name: 'خزف', description: 'أكواب وأوعية ومزهريات من الخزف الحجري، بألوان ميناء في الشتاء.' },
  light: {
    name: 'مصابيح وشموع',
    description: 'ضوء دافئ للأمسيات الطويلة، من مصباح كالحصاة إلى زوج من الشموع المتمهلة.',
  },
  textiles: { name: 'منسوجات', description: 'كتان وقطن وصوف تلين مع كل غسلة، وتُرتق ولا تُستبدل.' },
  prints: {
    name: 'مطبوعات',
    description: 'رسوم للمد والقوارب والطقس، مطبوعة على ورق قطني ثقيل في طبعات صغيرة.',
  },
  tea: { name: 'شاي', description: 'ستة أنواع لست ساعات من اليوم، في علب تستحق أن تُحفظ.' },
  stationery: {
    name: 'قرطاسية',
    description: 'دفاتر تُملأ وأشياء تملؤها. ورق يقبل الحبر وأغلفة تحتمل السنين.',
  },
  kitchen: {
    name: 'مطبخ وزجاج',
    description: 'ألواح ومطاحن وكؤوس لمائدة طعامها بسيط ويطول حولها الجلوس.',
  },
  outdoors: {
    name: 'في الهواء الطلق',
    description: 'سلال وقوارير وبُسط للشاطئ والحديقة وآخر عبّارة إلى البيت.',
  },
  bath: {
    name: 'الصابون والحمّام',
    description: 'قطع صابون تُقطع بالسلك وتُعتّق ثمانية أسابيع، وأشياء صغيرة مكانها بجانب الحوض.',
  },
  furniture: {
    name: 'أثاث صغير',
    description: 'كراسٍ ومقعد طويل ورف: خشب مخروط ومثبت بالأوتاد، يُصلَح بعد خمسين سنة.',
  },
}

export const collections: Language['collections'] = {
  'table-for-eight': {
    name: 'مائدة لثمانية',
    description: 'أطباق تتكدّس وكؤوس ترنّ، وضوء يكفي كي لا يبحث أحد عن المفتاح.',
  },
  'first-hour': {
    name: 'الساعة الأولى',
    description: 'كل ما بين المنبّه والكوب الثاني، بالترتيب الذي تجده به اليدان.',
  },
  'after-dark': {
    name: 'بعد حلول الظلام',
    description: 'مصابيح منخفضة وشموع متمهلة وصوف على الركبتين: ما يحتاجه المساء حين يُطفأ ضوء السقف.',
  },
  'last-ferry': {
    name: 'للعبّارة الأخيرة',
    description: 'للرمل البارد والشاي الدافئ: ما يحفظ الحرارة ويُحمل إلى البيت في الظلام.',
  },
  'desk-by-the-window': {
    name: 'مكتب عند النافذة',
    description: 'ورق يقبل الحبر، ومصباح يثبت حيث تضعه، وشيء ثقيل يمسك الصفحات.',
  },
  'small-presents': {
    name: 'هدايا صغيرة',
    description: 'بأقل من ثلاثين يورو: أشياء تأخذها معك فتُدعى ثانية.',
  },
}

export const options: Language['options'] = {
  colour: 'اللون',
  'colour chalk': 'طباشيري',
  'colour oat': 'شوفاني',
  'colour sand': 'رملي',
  'colour clay': 'طيني',
  'colour rust': 'صدئي',
  'colour sea': 'بحري',
  'colour harbour': 'أزرق الميناء',
  'colour sage': 'مريمي',
  'colour soot': 'سخامي',
  'colour brass': 'نحاسي',
  'colour smoke': 'دخاني',
  'colour clear': 'شفاف',
  size: 'المقاس',
  'size small': 'صغير',
  'size medium': 'متوسط',
  'size large': 'كبير',
  set: 'العدد',
  'set one': 'قطعة واحدة',
  'set two': 'طقم من قطعتين',
  'set four': 'طقم من أربع',
  'set six': 'طقم من ست',
  material: 'الخامة',
  'material oak': 'بلوط',
  'material walnut': 'جوز',
  format: 'القياس',
  'format a4': 'A4',
  'format a3': 'A3',
  'format 50x70': '50 × 70 سم',
  frame: 'الإطار',
  'frame none': 'بلا إطار',
  'frame oak': 'إطار بلوط',
  'frame black': 'إطار أسود',
  weight: 'الوزن',
  'weight 50g': '50 غ',
  'weight 100g': '100 غ',
  'weight 250g': '250 غ',
  ruling: 'التسطير',
  'ruling plain': 'سادة',
  'ruling lined': 'مسطر',
  'ruling dotted': 'منقط',
  scent: 'الرائحة',
  'scent fennel': 'شمّار البحر',
  'scent driftwood': 'خشب الطرف',
  'scent unscented': 'بلا رائحة',
  Mug: 'الكوب',
  Bowl: 'الوعاء',
}

export const delivery: Language['delivery'] = {
  parcel: { name: 'طرد', description: 'إلى باب بيتك' },
  express: { name: 'سريع', description: 'في يوم العمل التالي عند الطلب قبل 14:00' },
  courier: { name: 'مندوب', description: 'بسعر شركة الشحن في يومه' },
}
