/** What content refuses, besides faults of single fields. */
import { failure } from '#kit/failure.ts'
import { Key, Link, Nullable, OneOf, Type } from '#kit/types.ts'

const Closed = { additionalProperties: false }

export const Archived = failure('content.archived', 409, Type.Object({}, Closed), {
  en: 'This is archived and stays as it is.',
  de: 'Das ist archiviert und bleibt, wie es ist.',
  ar: 'هذا مؤرشف ويبقى كما هو.',
})

export const PlaceTaken = failure(
  'content.place_taken',
  409,
  Type.Object({ kind: OneOf('home', 'slot'), slot: Nullable(Key) }, Closed),
  {
    en: ({ slot }) =>
      slot === null
        ? 'The shop has a home already. Change that one.'
        : `There is something in the slot ${slot} already. Change that.`,
    de: ({ slot }) =>
      slot === null
        ? 'Der Shop hat schon eine Startseite. Ändern Sie diese.'
        : `Im Platz ${slot} ist schon etwas. Ändern Sie das.`,
    ar: ({ slot }) =>
      slot === null ? 'للمتجر صفحة رئيسية من قبل. غيّرها.' : `في الموضع ${slot} شيء من قبل. غيّره.`,
  },
)

export const NotReady = failure('content.not_ready', 409, Type.Object({}, Closed), {
  en: 'Before it can be published it needs a text in the store’s language.',
  de: 'Vor dem Veröffentlichen braucht es einen Text in der Sprache des Shops.',
  ar: 'قبل النشر يلزم نص بلغة المتجر.',
})

export const PreviewOver = failure('content.preview_over', 410, Type.Object({}, Closed), {
  en: 'This preview link is over. Ask for a new one.',
  de: 'Dieser Vorschaulink ist abgelaufen. Bitten Sie um einen neuen.',
  ar: 'انتهت صلاحية رابط المعاينة هذا. اطلب رابطاً جديداً.',
})

export const RedirectCircle = failure('content.redirect_circle', 409, Type.Object({ from: Link }, Closed), {
  en: ({ from }) => `What ${from} leads to leads back to it.`,
  de: 'Das führt im Kreis zu sich selbst zurück.',
  ar: 'يدور هذا في حلقة ويعود إلى نفسه.',
})
