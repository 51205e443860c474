import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { packageSchema, SCHEMA_FILE } from '../src/domain/package/jsonSchema'

await writeFile(path.resolve('public', SCHEMA_FILE), packageSchema())
