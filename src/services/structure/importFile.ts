import { readSheet } from 'read-excel-file/node'
import { decodeText, parseCsv, type Cell, type Sheet } from '@/domain/tables'
import { zipFault, type ZipFault } from './importZip'

/** Bytes of a file that is uploaded. */
export const MAX_FILE = 5 * 1024 * 1024

export type FileFault = ZipFault | 'fileTooLarge' | 'fileEmpty' | 'fileUnreadable' | 'fileOld'

const isZip = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50
/** Workbooks as they were before 2007, and those locked by a password. */
const isOld = (bytes: Buffer): boolean => bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const readWorkbook = async (bytes: Buffer): Promise<{ sheet: Sheet } | { fault: FileFault }> => {
  const fault = await zipFault(bytes)
  if (fault) return { fault }
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(bytes)
    return { sheet: rows.map((row) => row.map(cellOf)) }
  } catch (error) {
    if (error instanceof Error) return { fault: 'fileUnreadable' }
    throw error
  }
}

/** The first sheet of an uploaded workbook (.xlsx) or file of separated values, or why it cannot be read. */
export const readTableFile = async (bytes: Buffer): Promise<{ sheet: Sheet } | { fault: FileFault }> => {
  if (bytes.length === 0) return { fault: 'fileEmpty' }
  if (bytes.length > MAX_FILE) return { fault: 'fileTooLarge' }
  if (isOld(bytes)) return { fault: 'fileOld' }
  if (isZip(bytes)) return readWorkbook(bytes)
  if (bytes.includes(0) && bytes[0] !== 0xff && bytes[0] !== 0xfe) return { fault: 'notSpreadsheet' }
  return { sheet: parseCsv(decodeText(bytes)) }
}
