/**
 * Which words a module says, read from its code: `cart.title` for one, `cart` where a whole section is handed on.
 *
 * All words are what `useWords()` and `wordsFor(…)` give and what is typed `Words`; a section is what is taken out of
 * them, by whatever name.
 */
import { parseAst } from 'vite'

type Node = { type: string; [part: string]: unknown }

const ALL = '' // in place of a section

export function wordsSaid(code: string, id: string): Set<string> {
  const tree = parseAst(code, { lang: id.split('?')[0]!.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const named = new Map<string, Set<string>>()
  const said = new Set<string>()
  const declared = new Set<unknown>()
  const name = (as: string, section: string) => named.set(as, (named.get(as) ?? new Set()).add(section))

  const typeOf = ({ type, typeAnnotation }: Node) => {
    if (type !== 'Identifier' || !typeAnnotation) return ''
    const { start, end } = typeAnnotation as { start: number; end: number }
    return code.slice(start, end)
  }

  /** The sections that an expression may stand for. */
  const sectionsOf = (node: Node): string[] => {
    if (node.type === 'Identifier') return [...(named.get(node['name'] as string) ?? [])]
    if (node.type === 'CallExpression') {
      const called = (node['callee'] as Node)['name']
      return called === 'useWords' || called === 'wordsFor' ? [ALL] : []
    }
    if (node.type !== 'MemberExpression' || node['computed']) return []
    const { name: taken } = node['property'] as { name: string }
    return sectionsOf(node['object'] as Node).includes(ALL) ? [taken] : []
  }

  const declare = (as: Node, sections: string[]) => {
    declared.add(as)
    if (as.type === 'Identifier') for (const section of sections) name(as['name'] as string, section)
    if (as.type !== 'ObjectPattern') return
    for (const { key, value } of as['properties'] as { key: { name: string }; value: Node }[])
      for (const section of sections) {
        if (section !== ALL) said.add(`${section}.${key.name}`)
        else if (value.type === 'Identifier') declare(value, [key.name])
        else said.add(key.name)
      }
  }

  every(tree, (node) => {
    const typed = /^: Words(?:\['(\w+)'\])?$/.exec(typeOf(node))
    if (typed) declare(node, [typed[1] ?? ALL])
    if (node.type !== 'VariableDeclarator' || !node['init']) return
    const sections = sectionsOf(node['init'] as Node)
    if (sections.length === 0) return
    declare(node['id'] as Node, sections)
    declared.add(node['init'])
  })
  every(tree, (node) => {
    if (node.type !== 'MemberExpression') return
    const from = node['object'] as Node
    const property = node['property'] as { name?: string }
    const sections = sectionsOf(from).filter((section) => section !== ALL)
    if (sections.length > 0) declared.add(from)
    for (const section of sections) said.add(node['computed'] ? section : `${section}.${property.name}`)
  })
  every(tree, (node) => {
    if (declared.has(node)) return
    for (const section of sectionsOf(node)) if (section !== ALL) said.add(section)
  })
  return said
}

function every(node: Node, look: (node: Node) => void): void {
  look(node)
  for (const [part, inner] of Object.entries(node)) {
    if ((part === 'property' || part === 'key') && !node['computed']) continue // a name, of no variable
    for (const child of Array.isArray(inner) ? inner : [inner])
      if (typeof child === 'object' && child !== null && 'type' in child) every(child as Node, look)
  }
}
