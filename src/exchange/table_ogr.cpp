#include "exchange/table_mapping.h"
#include "exchange/table_source.h"

namespace repere::exchange {

Result<std::unique_ptr<TableSource>> openOgrSource(const ReadRequest &)
{
    return failure(ErrorCode::Unreadable, {});
}
int recogniseForOgr(const QByteArray &, const QString &)
{
    return 0;
}

} // namespace repere::exchange
