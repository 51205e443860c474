/** Traditional signs of the words that registers are judged by, and what they are written as otherwise. */
const SIGNS: Record<string, string> = Object.fromEntries(Array.from('點点員员單单戶户動动對对幫帮檔档冊册電电話话號号證证醫医業业見见關关監监護护樓楼聯联繫系處处間间姓姓兒儿獨独殘残殺杀婦妇癥症籍籍務务訪访產产會会傳传險险養养貧贫爺爷無无個个臺台賬账帳账錄录').reduce<[string, string][]>((pairs, sign, at, all) => (at % 2 === 0 ? [...pairs, [sign, all[at + 1] ?? sign]] : pairs), []))

/** The same text in simplified signs, as far as words about people need it. */
export const simplified = (text: string): string => Array.from(text, (sign) => SIGNS[sign] ?? sign).join('')
