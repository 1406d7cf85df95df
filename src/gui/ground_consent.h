#pragma once

#include "basemap/tile_provider.h"

#include <QDialog>
#include <QUrl>

#include <memory>

namespace Ui {
class GroundConsent;
}

namespace repere::gui {

/// Asks before the first connection to an online map: who is contacted, what they learn, how to come back. Accepted means
/// agreed; the keyboard starts on "Cancel".
class GroundConsent final : public QDialog
{
    Q_OBJECT
public:
    explicit GroundConsent(const basemap::TileProvider &provider, QWidget *parent = nullptr);
    ~GroundConsent() override;

signals:
    void linkRequested(const QUrl &url);

private:
    std::unique_ptr<Ui::GroundConsent> m_ui;
};

} // namespace repere::gui
