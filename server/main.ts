// Starts Quayside. It only readies the ground: compiled modules kept between starts, and the right Node.
import module from 'node:module'
module.enableCompileCache(`${import.meta.dirname}/../node_modules/.cache/compiled`)
if (Number.parseInt(process.versions.node) < 26) {
  console.error(`Quayside needs Node 26; this is ${process.version}. Type "npm start": it brings its own.`)
  process.exit(1)
}
const { run } = await import('./run.ts')
await run(process.argv.slice(2))
