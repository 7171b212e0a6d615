/** What content refuses, besides faults of single fields. */
import { failure } from '#kit/failure.ts'
import { Key, Link, Nullable, OneOf, Type } from '#kit/types.ts'

const Closed = { additionalProperties: false }

export const Archived = failure(
  'content.archived',
  409,
  Type.Object({}, Closed),
  () => 'This is archived and stays as it is.',
)

export const PlaceTaken = failure(
  'content.place_taken',
  409,
  Type.Object({ kind: OneOf('home', 'slot'), slot: Nullable(Key) }, Closed),
  ({ slot }) =>
    slot === null
      ? 'The shop has a home already. Change that one.'
      : `There is something in the slot ${slot} already. Change that.`,
)

export const NotReady = failure(
  'content.not_ready',
  409,
  Type.Object({}, Closed),
  () => 'Before it can be published it needs a text in the store’s language.',
)

export const PreviewOver = failure(
  'content.preview_over',
  410,
  Type.Object({}, Closed),
  () => 'This preview link is over. Ask for a new one.',
)

export const RedirectCircle = failure(
  'content.redirect_circle',
  409,
  Type.Object({ from: Link }, Closed),
  ({ from }) => `What ${from} leads to leads back to it.`,
)
