import { openRig } from './rig.ts'
const rig = await openRig({ say: console.log })
console.log(
  JSON.stringify({
    store: rig.store.port,
    bare: rig.bare.port,
    storePid: rig.store.pid,
    barePid: rig.bare.pid,
    pm: rig.postmaster,
  }),
)
process.on('SIGTERM', () => void rig.close().then(() => process.exit(0)))
setInterval(() => {}, 1000)
