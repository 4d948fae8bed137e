import { t } from '../../platform/i18n'
import { ImportFile, type ImportProps } from './import-file'

/** The part of the Data section that imports a file. */
export const ImportPart = (props: ImportProps) => (
  <div class="data-part">
    <h3>{t('data_import')}</h3>
    <ImportFile {...props} />
  </div>
)
