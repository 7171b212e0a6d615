/** What one version of the API has that the one before had not: a page for people, and what breaks their programs. */

export interface ApiVersion {
  /** The day it was released, or what stands there until it is. */
  name: string
  facts: string[]
}

interface Change {
  of: string
  about: string
  was: string | null
  is: string | null
}

export function changesBetween(before: ApiVersion, after: ApiVersion): Change[] {
  const [was, is] = [byAbout(before.facts), byAbout(after.facts)]
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort()
  return keys
    .map((key) => {
      const [of, about] = key.split(SPLIT) as [string, string]
      return { of, about, was: was.get(key) ?? null, is: is.get(key) ?? null }
    })
    .filter((change) => change.was !== change.is)
}

const SPLIT = ' | '

function byAbout(facts: string[]): Map<string, string> {
  return new Map(
    facts.map((fact) => {
      const [of, about, ...is] = fact.split(SPLIT)
      return [`${of}${SPLIT}${about}`, is.join(SPLIT)]
    }),
  )
}

/**
 * What a program that was written for `before` may stumble over: anything taken away or meaning something else, and
 * a new thing that must be sent. A wider range breaks nobody, nor does a refusal that no longer comes.
 */
export function breaksBetween(before: ApiVersion, after: ApiVersion): string[] {
  const known = ownersOf(before)
  return changesBetween(before, after)
    .filter(({ of, about, was, is }) => {
      if (about.startsWith('refuses ')) return false
      if (was === null) return known.has(of) && about.startsWith('takes ') && is!.endsWith(NEEDED)
      return is === null || !(isWider(was, is) || isWider(was, `${is}${NEEDED}`))
    })
    .map(lineOf)
}

const NEEDED = ', needed'
const RANGE = /(-?\d*)\.\.(-?\d*)/g

/** The same but for more words to choose from, and ranges that each hold the old one. What may be null newly is not the same. */
function isWider(was: string, is: string): boolean {
  const ends = (text: string) =>
    [...text.matchAll(RANGE)].map(
      ([, from, to]) => [Number(from || -Infinity), Number(to || Infinity)] as const,
    )
  const [old, present] = [ends(was), ends(is)]
  const forms = (text: string) => text.replace(RANGE, '').replace(NEEDED, '').split(' or ')
  const [before, after] = [forms(was), forms(is)]
  return (
    was.endsWith(NEEDED) === is.endsWith(NEEDED) &&
    before.includes('null') === after.includes('null') &&
    before.every((form) => after.includes(form)) &&
    old.every(([from, to], at) => present[at] !== undefined && present[at][0] <= from && present[at][1] >= to)
  )
}

export function changesText(versions: ApiVersion[]): string {
  const parts = versions.map((version, at) =>
    at === 0
      ? `## ${version.name}\n\nThe first: ${countOperations(version)} operations.\n`
      : partOf(versions[at - 1]!, version),
  )
  return `# What changed in the API

Written by \`npm run contracts\` from what the versions in \`contracts/versions\` promise. A program that works with
one version goes on with the next, but for what stands under “breaks”.

${parts.reverse().join('\n')}`
}

function partOf(before: ApiVersion, after: ApiVersion): string {
  const changes = changesBetween(before, after)
  const [known, present] = [ownersOf(before), ownersOf(after)]
  const added = changes.filter((each) => !known.has(each.of))
  const lines = (title: string, found: string[]) =>
    found.length > 0 ? `### ${title}\n\n${found.map((line) => `- ${line}`).join('\n')}\n` : null
  const both = changes.filter((each) => known.has(each.of) && present.has(each.of))
  const parts = [
    lines('Breaks', breaksBetween(before, after)),
    lines(
      'New operations',
      added.filter(({ about }) => about === PLACE).map(({ of, is }) => `\`${of}\`, \`${is}\``),
    ),
    lines('New and changed in what was there', both.map(lineOf)),
    lines(
      'Taken away',
      [...known].filter((of) => !present.has(of)).map((of) => `\`${of}\``),
    ),
  ]
  const told = parts.filter((part) => part !== null).join('\n')
  return `## ${after.name}\n\n${told || 'Nothing yet.\n'}`
}

const PLACE = 'is at'

function lineOf({ of, about, was, is }: Change): string {
  if (was === null) return `\`${of}\` ${about}: ${is}`
  return is === null ? `\`${of}\` no longer ${about}: ${was}` : `\`${of}\` ${about}: ${is}; was ${was}`
}

function ownersOf({ facts }: ApiVersion): Set<string> {
  return new Set(facts.map((fact) => fact.split(SPLIT)[0]!))
}

function countOperations({ facts }: ApiVersion): number {
  return facts.filter((fact) => fact.split(SPLIT)[1] === PLACE).length
}
