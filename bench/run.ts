import { benchCreate } from './create'
import { openBench } from './open'
import { benchImport } from './packages'
import { benchQueue } from './queue'

const total = Number(process.env.BENCH_MATTERS ?? 10_000)
const bench = await openBench()
const alive = setInterval(() => undefined, 1000)
for (const { name, rows, compareMs, transactionMs } of await benchImport(bench)) {
  console.log(`package ${name.padEnd(8)} ${rows} rows   compared in ${compareMs.toFixed(0)} ms   written in ${transactionMs.toFixed(0)} ms`)
}
const create = await benchCreate(bench, total)
console.log(`create   ours ${create.ours.toFixed(0)}/s   bare ${create.bare.toFixed(0)}/s   ratio ${(create.ours / create.bare).toFixed(2)}`)
for (const { name, ours, bare } of await benchQueue(bench)) {
  console.log(`${name.padEnd(24)} ours ${ours.toFixed(0)}/s   bare ${bare.toFixed(0)}/s   ratio ${(ours / bare).toFixed(2)}`)
}
await bench.payload.destroy()
clearInterval(alive)
process.exit(0)
