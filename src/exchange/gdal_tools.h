#pragma once

#include <QString>

#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace repere::exchange {

/// Registers the drivers of GDAL once for the process.
void registerGdal();

/// Keeps what GDAL says instead of printing it, for the thread and time of its life.
class GdalMessages
{
public:
    GdalMessages() { CPLPushErrorHandlerEx(&GdalMessages::keep, this); }
    ~GdalMessages() { CPLPopErrorHandler(); }
    GdalMessages(const GdalMessages &) = delete;
    GdalMessages &operator=(const GdalMessages &) = delete;

    bool failed() const { return !m_first.isEmpty(); }
    const QString &first() const { return m_first; }

private:
    static void CPL_STDCALL keep(CPLErr level, CPLErrorNum number, const char *message);

    QString m_first;
};

struct DatasetCloser {
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using DatasetHandle = std::unique_ptr<GDALDataset, DatasetCloser>;
struct FeatureDestroyer {
    void operator()(OGRFeature *feature) const { OGRFeature::DestroyFeature(feature); }
};
using FeatureHandle = std::unique_ptr<OGRFeature, FeatureDestroyer>;

} // namespace repere::exchange
