/** A file to be kept, never shown by the browser. */
export const attachment = ({ name, type, text }: { name: string; type: string; text: string }): Response =>
  new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"` } })
