/** Whether this page has come alive; false on the server and until then, so that what needs script is not drawn dead. */
import { useSyncExternalStore } from 'react'

export const useScript = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )

const neverChanges = () => () => {}
