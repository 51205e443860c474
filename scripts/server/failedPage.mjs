const STYLE = 'body{margin:0;font:18px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#1d2733;background:#f6f7f9}main{max-width:36rem;margin:12vh auto;padding:0 1.25rem}h1{font-size:1.5rem}b{font-family:ui-monospace,monospace;overflow-wrap:anywhere}a{color:#0b57a4}@media(prefers-color-scheme:dark){body{color:#e6e9ee;background:#14181d}a{color:#8ec1ff}}'

const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** What Next sends instead when a page could not be made at all: empty without JavaScript, and without a number that anybody could report. */
export const isNextsOwn = (text) => !text.includes('name="portal-status"') && (text.includes('id="__next_error__"') || /^\s*Internal Server Error\s*$/.test(text))

/** A page for everybody, in both languages, that needs nothing that may be broken: what happened, what to do, and the number to report. */
export const failedPage = ({ id }) => {
  const number = `<b>${escape(id)}</b>`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>这一页没有打开</title><style>${STYLE}</style></head>`
    + `<body><main><h1>这一页没有打开</h1><p>是我们这边出了问题，已经保存的都在。请过一会儿再试；还不行，打值班电话时报这个编号：${number}</p><p><a href="">再试一次</a> · <a href="/">回首页</a></p>`
    + `<div lang="en"><h2>This page did not open</h2><p>Something went wrong on our side; what was saved is safe. Try again in a while; if it stays like this, tell the duty telephone this number: ${number}</p><p><a href="">Try again</a> · <a href="/">Home</a></p></div></main></body></html>`
}
