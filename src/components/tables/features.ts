import { columnVisibilityFeature, rowSelectionFeature, tableFeatures } from '@tanstack/react-table'

/** What the table does itself; order, filters and pages are the server's. */
export const queueFeatures = tableFeatures({ rowSelectionFeature, columnVisibilityFeature })
