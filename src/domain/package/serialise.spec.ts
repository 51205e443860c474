import path from 'node:path'
import { expect, it } from 'vitest'
import { FOLDER, presetFiles, readPreset } from './presets.fixture'
import { serialise } from './serialise'

// after a change by hand, `vitest --update` on this file writes the presets so again
it.each(presetFiles)('the preset %s stands as an export writes it', async (name, json) => {
  await expect(serialise(readPreset(json))).toMatchFileSnapshot(path.join(FOLDER, `${name}.json`))
})
