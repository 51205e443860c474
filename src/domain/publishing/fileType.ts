/** What may be attached to a notice: what the public service writes, and nothing that a browser would run. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
} as const
export type FileType = keyof typeof FILE_TYPES

const PDF = Buffer.from('%PDF-')
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const CFB = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** Names stand in a ZIP's directory as they are, in a compound file as UTF-16. */
const wide = (name: string): Buffer => Buffer.from(name, 'utf16le')

const PACKED: readonly [string, FileType][] = [['word/document.xml', 'docx'], ['xl/workbook.xml', 'xlsx'], ['ppt/presentation.xml', 'pptx'], ['OFD.xml', 'ofd']]
const COMPOUND: readonly [string, FileType][] = [['WordDocument', 'doc'], ['Workbook', 'xls'], ['PowerPoint Document', 'ppt']]
/** Where programs are kept in either. */
const PROGRAMS = [Buffer.from('vbaProject.bin'), wide('_VBA_PROJECT'), wide('VBA')]

const starts = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark)

const among = (bytes: Buffer, names: readonly [string, FileType][], coded: (name: string) => Buffer): FileType | undefined =>
  names.find(([name]) => bytes.includes(coded(name)))?.[1]

/**
 * What a file is by its content, whatever it is called; undefined for anything that is not taken, and for office files that carry programs
 * (macros): nobody should be asked to run something of the office's.
 */
export const fileTypeOf = (bytes: Buffer): FileType | undefined => {
  if (starts(bytes, PDF)) return 'pdf'
  if (PROGRAMS.some((mark) => bytes.includes(mark))) return undefined
  if (starts(bytes, ZIP)) return among(bytes, PACKED, (name) => Buffer.from(name))
  return starts(bytes, CFB) ? among(bytes, COMPOUND, wide) : undefined
}
