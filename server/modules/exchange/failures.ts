/** Why a run fails as a whole. They end in the run; nobody is answered by them. */
import { failure } from '#kit/failure.ts'
import { Count, Text, Type } from '#kit/types.ts'

const Closed = { additionalProperties: false }

export const FileUnreadable = failure(
  'exchange.file_unreadable',
  422,
  Type.Object({ reason: Text(400) }, Closed),
  ({ reason }) => `The file cannot be read: ${reason}`,
)
export const WrongColumns = failure(
  'exchange.wrong_columns',
  422,
  Type.Object({ reason: Text(400) }, Closed),
  ({ reason }) => reason,
)
export const TooManyRows = failure(
  'exchange.too_many_rows',
  422,
  Type.Object({ limit: Count }, Closed),
  ({ limit }) => `A file may have ${limit} rows at most.`,
)
export const StoppedAtFault = failure(
  'exchange.stopped_at_fault',
  422,
  Type.Object({}, Closed),
  () => 'A row is at fault, and it was to stop there. What was done before it stays.',
)
export const TooManyFaults = failure(
  'exchange.too_many_faults',
  422,
  Type.Object({ limit: Count }, Closed),
  ({ limit }) => `More than ${limit} faults were found; what comes after them was not looked at.`,
)
