/** One tool and one set of rules: what the editor does on saving is what the hook and the gate ask for. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'quayside-rules-'))
after(() => rmSync(folder, { recursive: true }))

test('the editor formats and lints with the tool and the rules of the gate', () => {
  const settings = JSON.parse(read('.vscode/settings.json')) as Record<string, unknown>
  assert.equal(settings['oxc.configPath'], '.oxlintrc.json')
  assert.equal(settings['oxc.fmt.configPath'], '.oxfmtrc.json')
  assert.equal(settings['oxc.typeAware'], true, 'as `oxlint --type-aware` in tools/ci.ts')
  for (const language of ['typescript', 'typescriptreact', 'javascript', 'json', 'css'])
    assert.deepEqual(settings[`[${language}]`], { 'editor.defaultFormatter': 'oxc.oxc-vscode' }, language)
  const { recommendations } = JSON.parse(read('.vscode/extensions.json')) as { recommendations: string[] }
  assert.deepEqual(recommendations, ['oxc.oxc-vscode'])
})

test('what is staged unformatted or with a fault is stopped by the hook, and passes when it is mended', () => {
  for (const name of ['.oxfmtrc.json', '.oxlintrc.json', 'tsconfig.json', 'package.json'])
    cpSync(join(root, name), join(folder, name))
  mkdirSync(join(folder, 'tools/ci'), { recursive: true })
  cpSync(join(root, 'tools/ci.ts'), join(folder, 'tools/ci.ts'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env })
  const commit = (text: string) => {
    writeFileSync(join(folder, 'tea.ts'), text)
    git('add', 'tea.ts')
    const { status, stdout } = spawnSync(process.execPath, ['tools/ci.ts', 'commit'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    return { status, said: stdout }
  }
  git('init', '-q')
  assert.equal(commit("export const tea = 'Sencha'\n").status, 0)
  const untidy = commit('export const tea = "Sencha";\n')
  assert.equal(untidy.status, 1)
  assert.match(untidy.said, /✖ format of what is staged/)
  const faulty = commit('export const tea: any = 1\n')
  assert.equal(faulty.status, 1)
  assert.match(faulty.said, /✖ lint of what is staged/)
})
