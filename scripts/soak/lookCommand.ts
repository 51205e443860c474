import { readFileSync } from 'node:fs'
import type { Ledger } from '../../tests/helpers/ledger'
import { lookAt } from './look'

/** `lookCommand.ts DATA_DIR LEDGER`: what is wrong with the data of a portal that was stopped, as one line of JSON. A process opens one database. */
const [dataDir = '', ledger = ''] = process.argv.slice(2)
process.env.LOG_LEVEL = 'error'
process.stdout.write(`${JSON.stringify(await lookAt(dataDir, JSON.parse(readFileSync(ledger, 'utf8')) as Ledger))}\n`)
process.exit(0)
