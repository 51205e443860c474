/** Words that passwords are made of again and again, compiled for this portal: what people say, where they live, what keys lie side by side. */
const ENGLISH = `password passwd passw pass admin administrator root user guest login welcome letmein master secret changeme default test tester testing temp temporary
hello sunshine princess dragon monkey football baseball basketball soccer hockey superman batman spiderman pokemon starwars shadow michael jordan jennifer thomas robert daniel andrew
charlie george computer internet windows microsoft google apple samsung huawei xiaomi iphone android samsung server system manager office company business service support public private
freedom whatever trustno iloveyou loveyou lovely love forever family mother father summer winter spring autumn january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday orange banana flower diamond golden silver purple yellow black white tiger lion eagle killer hunter ranger access control security`

const PINYIN = `woaini woaiwo aini nihao nihaoma woaizuguo woaizhongguo zhongguo zhonghua beijing shanghai tianjin chongqing guangzhou shenzhen chengdu hangzhou nanjing wuhan xian suzhou
qingdao dalian xiamen changsha kunming jinan zhengzhou shenyang haerbin hefei nanchang fuzhou guiyang lanzhou taiyuan shijiazhuang nanning haikou hebei shandong henan guangdong jiangsu zhejiang sichuan
hunan hubei anhui fujian liaoning jilin heilongjiang gansu qinghai yunnan guizhou shanxi shaanxi neimenggu xinjiang xizang ningxia guangxi hainan taiwan xianggang aomen
mima guanli guanliyuan yonghu denglu xitong ceshi gongsi bangong bangongshi jiedao jiedaoban shequ wangge wanggeyuan zhongxin zhengfu renmin fuwu zhuren shuji zhihui pingan hexie
laopo laogong baobei qinaide xihuan xihuanni kuaile shengri xinnian gongxi facai gongxifacai fadacai jixiang ruyi wanshiruyi xingfu meimei gege jiejie didi baba mama yeye nainai pengyou tongxue laoshi
zhangsan lisi wangwu zhaoliu wangwei wangfang wangxiuying liwei lina zhangwei zhangmin zhangli lijing wangjing liuwei wangli zhangjing liyang wangyan wangyong lijun zhangyong lijie liuyang
xiaoming xiaohong xiaoli xiaowang xiaozhang xiaoliu dawang dazhang laowang laoli laozhang chenchen tiantian mingming lingling fangfang lele huanhuan yangyang dongdong jiajia xiaoxiao
feichang henhao meiyou zhidao buzhidao meiwenti mingtian jintian zuotian chunjie guoqing zhongqiu yuandan longnian tunian hunian niunian shunian zhunian gounian jinian hounian yangnian manian shenian`

const KEYS = `qwerty qwertyuiop qwert qwer asdfgh asdfghjkl asdf asdfg zxcvbn zxcvbnm zxcv zxcvb qazwsx qazwsxedc wsxedc edcrfv qweasd qweasdzxc asdzxc zaqwsx zaqxsw qwaszx poiuy poiuytrewq lkjhg mnbvc mnbvcxz
abcdef abcdefg abcdefgh abcabc aaaaaa aabbcc abc abcd xyz zyx iop jkl bnm`

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** The roots, the longest first. */
export const COMMON_ROOTS: readonly string[] = [...new Set([...words(ENGLISH), ...words(PINYIN), ...words(KEYS)])].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))

/** What is put behind (or before) them. */
export const COMMON_TAILS: readonly string[] = ['', '1', '12', '123', '1234', '12345', '123456', '123456789', '321', '111', '666', '888', '8888', '520', '521', '1314', '5201314', '168', '518', '007', '110', '2008', '2024', '2025', '2026', '1990', '@123', '!', '123!', '#2025', '_1', '.com']

/** Digits that mean something to everybody: love by numbers, luck by numbers, emergency calls. */
export const COMMON_NUMBERS: readonly string[] = ['5201314', '1314520', '147258369', '159357', '741852963', '963852741', '14789632', '1314', '520', '521', '666', '888', '168', '518', '007', '110', '119', '120', '12345']

/** Every root with every tail: what a guessing program would try first. */
export const commonPasswords = (): string[] => COMMON_ROOTS.flatMap((root) => COMMON_TAILS.map((tail) => `${root}${tail}`))
