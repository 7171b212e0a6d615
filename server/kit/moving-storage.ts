/**
 * Files on their way from one storage to another: written to the one, read from wherever they are.
 *
 * A key is given to one content for good (it carries its digest), so it does not matter which of two copies is read.
 */
import type { Storage } from './storage.ts'

export function movingStorage(to: Storage, from: Storage): Storage {
  /** What is moved between the two looks is found by the third. */
  const either = async <T>(ask: (storage: Storage) => Promise<T | null>): Promise<T | null> =>
    (await ask(to)) ?? (await ask(from)) ?? (await ask(to))

  return {
    async put(key, body, meta) {
      const put = await to.put(key, body, meta)
      await from.remove(key)
      return put
    },
    find: (key) => either((storage) => storage.find(key)),
    open: (key, range) => either((storage) => storage.open(key, range)),
    async remove(key) {
      await from.remove(key)
      await to.remove(key)
    },
    async *list(prefix) {
      const told = new Set<string>()
      // The old one first: what leaves it meanwhile is found in the new one.
      for (const storage of [from, to])
        for await (const key of storage.list(prefix)) {
          if (told.has(key)) continue
          told.add(key)
          yield key
        }
    },
    linkTo: async (key, link) =>
      (await to.find(key))
        ? to.linkTo(key, link)
        : ((await from.find(key)) && from.linkTo(key, link)) || null,
    // Of the old one no more is wanted than what it has.
    check: () => to.check(),
  }
}
