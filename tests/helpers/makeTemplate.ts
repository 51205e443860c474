import { getPayload } from 'payload'
import config from '@/payload.config'
import { readPreset } from '@/services/boot/firstRun'
import { applyPackage } from '@/services/structure/package/apply'

const payload = await getPayload({ config })
// on MongoDB there are no tables to make
if (payload.db.name === 'sqlite') await payload.db.migrate()
await applyPackage({ payload, pack: await readPreset(process.env.PRESET ?? 'jianwai') })
await payload.destroy()
process.exit(0)
