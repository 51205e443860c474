import { onMongo } from '../helpers/mongo'

onMongo(() => import('./registers-site.spec'))
