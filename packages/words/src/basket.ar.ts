/** السلة بجانب الصفحة، والإضافة من القوائم، والسلال المشتركة. */
import type { basket as english } from './basket.en.ts'
import { plural } from './plural.ts'

const items = (n: number) =>
  plural('ar', n, {
    zero: 'لا قطع',
    one: 'قطعة واحدة',
    two: 'قطعتان',
    few: '# قطع',
    many: '# قطعة',
    other: '# قطعة',
  })

export const basket: typeof english = {
  close: 'إغلاق السلة',
  seeCart: 'عرض السلة',
  addOne: (name) => `إضافة ${name} إلى السلة`,
  choose: (name) => `اختيار نوع ${name}`,
  closeChoice: 'إغلاق الاختيار',
  onItsPage: 'عرضه في صفحته',
  dismiss: 'إغلاق هذه الرسالة',
  now: (n, total) => `في سلتك الآن: ${items(n)}، ${total}.`,
  allThereIs: (n) =>
    plural('ar', n, {
      one: 'آخر قطعة.',
      two: 'آخر قطعتين.',
      few: 'هذه كل القطع المتبقية: #.',
      other: 'هذه كل القطع المتبقية: #.',
    }),
  mostOfOne: (n) => `${n} كحد أقصى في المرة الواحدة.`,
  untilFree: (sum) => `أضف ما قيمته ${sum} ليصبح التوصيل مجانياً.`,
  isFree: 'التوصيل مجاني لهذه السلة.',
  elsewhere: 'تكلفة التوصيل إلى مكانك',
  postalCode: 'الرمز البريدي',
  optional: 'اختياري',
  estimate: 'عرض',
  wayTo: (name, price, days) => `${name}: ${price ?? 'مجاناً'}، الوصول ${days}`,
  fetchAt: (name, price, days) => `${name}: ${price ?? 'مجاناً'}، جاهز ${days}`,
  notThere: (country) => `لا يمكننا بعد توصيل هذه السلة إلى ${country}.`,
  share: 'مشاركة هذه السلة',
  shareNote: 'من لديه الرابط يرى ما في السلة الآن، ولا يرى شيئاً عنك. يعمل الرابط 30 يوماً.',
  makeLink: 'إنشاء رابط',
  link: 'رابط هذه السلة',
  copy: 'نسخ الرابط',
  copied: 'نُسخ',
  sharedTitle: 'سلة لك',
  sharedLead: 'شارك أحدهم معك محتوى سلته. لن يُضاف شيء إلى سلتك قبل أن تقرر ذلك.',
  pieces: items,
  take: 'ضعها في سلتي',
  gone: 'لم يعد معروضاً للبيع',
  soldOut: 'نفدت الكمية',
  nothingLeft: 'لم يعد أي من هذه المنتجات متوفراً.',
  leftOut: (n) =>
    plural('ar', n, {
      one: 'منتج واحد لم يعد متوفراً فلم يُضف.',
      two: 'منتجان لم يعودا متوفرين فلم يُضافا.',
      few: '# منتجات لم تعد متوفرة فلم تُضف.',
      other: '# منتجاً لم تعد متوفرة فلم تُضف.',
    }),
  endedTitle: 'انتهت جلستك',
  endedText: 'لم يُطلب شيء ولم يُدفع شيء. إذا كنت قد سجّلت الدخول فسجّله مجدداً: سلتك في انتظارك.',
  endedTyped: 'هذا ما كنت قد كتبته:',
}
