import { MapPage } from '@/components/desk/registers/MapPage'
import { parseEntryQuery } from '@/services/registers/list'
import { mapVM } from '@/services/registers/map'
import { at, registerPage } from '../../_page'

export default registerPage(({ code }) => at(code, 'map'), async ({ desk, register, query }) => <MapPage lang={desk.lang} view={await mapVM(desk, register, parseEntryQuery(query))} />)
