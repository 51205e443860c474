/** What people write for yes and no. */
export const YES: readonly string[] = ['是', '有', '对', 'yes', 'y', 'true', '1', '✓', '√']
export const NO: readonly string[] = ['否', '无', '没有', '不', 'no', 'n', 'false', '0', '×']
