#pragma once

#include <QDialog>
#include <QUrl>

#include <memory>

namespace Ui {
class AboutDialog;
}

namespace repere::gui {

/// Versions of the program and its libraries, and the credit of every data set (data/credits.json).
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `versions`: "Qt 6.8.2", "GDAL 3.10.3" …
    AboutDialog(const QString &dataFolder, const QStringList &versions, bool french, QWidget *parent = nullptr);
    ~AboutDialog() override;

signals:
    void linkRequested(const QUrl &url);

private:
    std::unique_ptr<Ui::AboutDialog> m_ui;
};

} // namespace repere::gui
