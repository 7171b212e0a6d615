/** A return took a step that its buyer is to know of. Money is told by the mail about the refund. */
import { languageOf, type InEach } from '#kit/language.ts'
import { addressLines, type Address } from '../../customers/index.ts'
import { LETTER, letter, type About, type Letter } from '../../orders/index.ts'
import type { Return } from '../return.ts'

interface Said {
  subject: string
  title: string
  said: string
}

interface Words {
  requested: (yours: string) => Said
  approved: (yours: string) => Said
  refused: (yours: string) => Said
  received: (yours: string) => Said
  lapsed: (yours: string) => Said
  sendTo: string
  items: string
  answer: string
}

const WORDS: InEach<Words> = {
  en: {
    requested: (yours) => ({
      subject: `${yours}: we have your return`,
      title: 'We have your return',
      said: 'Thank you for telling us. We look at it and write to you; please keep the goods until then.',
    }),
    approved: (yours) => ({
      subject: `${yours}: please send it back`,
      title: 'Please send it back',
      said: 'You may send the goods back. Please pack them well and put the number of your order in.',
    }),
    refused: (yours) => ({
      subject: `${yours}: about your return`,
      title: 'We cannot take this back',
      said: 'We are sorry: this return is not possible.',
    }),
    received: (yours) => ({
      subject: `${yours}: your return has arrived`,
      title: 'Your return has arrived',
      said: 'What you sent back is here. We settle it now and write again when your money is on its way.',
    }),
    lapsed: (yours) => ({
      subject: `${yours}: your return did not arrive`,
      title: 'Your return did not arrive',
      said: 'We have been waiting for the goods and close this return now. If you have sent them, please reply to this mail.',
    }),
    sendTo: 'Send it to',
    items: 'What comes back',
    answer: 'Our words on it',
  },
  de: {
    requested: (yours) => ({
      subject: `${yours}: Ihre Rücksendung ist angemeldet`,
      title: 'Ihre Rücksendung ist angemeldet',
      said: 'Danke für die Nachricht. Wir sehen sie uns an und schreiben Ihnen; bitte behalten Sie die Ware bis dahin.',
    }),
    approved: (yours) => ({
      subject: `${yours}: Bitte schicken Sie die Ware zurück`,
      title: 'Bitte schicken Sie die Ware zurück',
      said: 'Sie können die Ware zurückschicken. Bitte verpacken Sie sie gut und legen Sie die Bestellnummer bei.',
    }),
    refused: (yours) => ({
      subject: `${yours}: zu Ihrer Rücksendung`,
      title: 'Das können wir nicht zurücknehmen',
      said: 'Es tut uns leid: Diese Rücksendung ist nicht möglich.',
    }),
    received: (yours) => ({
      subject: `${yours}: Ihre Rücksendung ist angekommen`,
      title: 'Ihre Rücksendung ist angekommen',
      said: 'Was Sie zurückgeschickt haben, ist da. Wir kümmern uns darum und schreiben wieder, sobald Ihr Geld unterwegs ist.',
    }),
    lapsed: (yours) => ({
      subject: `${yours}: Ihre Rücksendung ist nicht angekommen`,
      title: 'Ihre Rücksendung ist nicht angekommen',
      said: 'Wir haben auf die Ware gewartet und schließen diese Rücksendung nun. Wenn Sie sie abgeschickt haben, antworten Sie bitte auf diese Mail.',
    }),
    sendTo: 'Rücksendeadresse',
    items: 'Was zurückkommt',
    answer: 'Unsere Nachricht dazu',
  },
  ar: {
    requested: (yours) => ({
      subject: `${yours}: وصلنا طلب الإرجاع`,
      title: 'وصلنا طلب الإرجاع',
      said: 'شكراً لإخبارنا. سننظر في الطلب ونكتب إليك، فاحتفظ بالبضاعة حتى ذلك الحين.',
    }),
    approved: (yours) => ({
      subject: `${yours}: يمكنك إرسال البضاعة`,
      title: 'يمكنك إرسال البضاعة',
      said: 'قبلنا الإرجاع. نرجو تغليف البضاعة جيداً ووضع رقم الطلب داخل الطرد.',
    }),
    refused: (yours) => ({
      subject: `${yours}: بخصوص الإرجاع`,
      title: 'لا يمكننا قبول هذا الإرجاع',
      said: 'نأسف، هذا الإرجاع غير ممكن.',
    }),
    received: (yours) => ({
      subject: `${yours}: وصلت البضاعة المرتجعة`,
      title: 'وصلت البضاعة المرتجعة',
      said: 'وصلنا ما أرجعته. نعمل على تسويته الآن، ونكتب إليك حين يكون المبلغ في طريقه إليك.',
    }),
    lapsed: (yours) => ({
      subject: `${yours}: لم تصل البضاعة المرتجعة`,
      title: 'لم تصل البضاعة المرتجعة',
      said: 'انتظرنا البضاعة ولم تصل، فأغلقنا هذا الإرجاع. إن كنت قد أرسلتها فنرجو الرد على هذه الرسالة.',
    }),
    sendTo: 'عنوان الإرجاع',
    items: 'ما يُرجع',
    answer: 'ردّنا',
  },
}

/** Null: a step that the buyer took or sees otherwise. `sendTo`: the shop's address, if it told one. */
export function letterOf(about: About, found: Return, sendTo: Address | null): Letter | null {
  const { state } = found
  if (
    state !== 'requested' &&
    state !== 'approved' &&
    state !== 'refused' &&
    state !== 'received' &&
    state !== 'lapsed'
  )
    return null
  const language = languageOf(about.locale)
  const words = WORDS[language]
  const { subject, title, said } = words[state](LETTER[language].yours(about.order.number))
  const items = found.lines.map(({ orderLineId, quantity }) => {
    const name = about.order.lines.find(({ id }) => id === orderLineId)?.name ?? ''
    return `${quantity} × ${name}`
  })
  return letter(about, {
    template: `returns.${state}`,
    subject,
    title,
    paragraphs: [said],
    panels: [
      ...(found.answer ? [[words.answer, [found.answer]] satisfies [string, string[]]] : []),
      [words.items, items],
      ...(state === 'approved' && sendTo
        ? [[words.sendTo, addressLines(sendTo, about.locale)] satisfies [string, string[]]]
        : []),
    ],
  })
}
