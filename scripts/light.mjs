import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './lib/root.mjs'

/** Where residents' browsers find the small script; the server in front answers it (scripts/server/pages.mjs). */
export const LIGHT = '/light.js'

/** Where the build leaves it. */
export const lightOf = (root = ROOT) => join(root, '.next', 'light.js')

/** Packs the small script of residents' pages: `src/components/site/light` into one file that needs nothing else. */
export const packLight = async (root = ROOT) => {
  // Only who builds needs it.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src', 'components', 'site', 'light', 'index.ts')],
    bundle: true,
    minify: true,
    // What browsers of the last five years understand, those of old telephones among them.
    target: 'es2020',
    format: 'iife',
    logLevel: 'error',
    write: false,
  })
  await writeFile(lightOf(root), outputFiles[0].contents)
}
