#include "exchange/gdal_tools.h"

#include <mutex>

namespace repere::exchange {

void registerGdal()
{
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
}

void CPL_STDCALL GdalMessages::keep(CPLErr level, CPLErrorNum, const char *message)
{
    auto *self = static_cast<GdalMessages *>(CPLGetErrorHandlerUserData());
    if (level >= CE_Failure && self->m_first.isEmpty())
        self->m_first = QString::fromUtf8(message);
}

} // namespace repere::exchange
