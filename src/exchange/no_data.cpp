#include "exchange/no_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

bool startsWithAny(const QByteArray &head, const auto &beginnings)
{
    return std::ranges::any_of(beginnings, [&head](const QByteArray &begin) { return head.startsWith(begin); });
}

} // namespace

bool isPage(const QByteArray &head)
{
    QByteArray text = head;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    text = text.trimmed().toLower();
    while (text.startsWith("<!--") || text.startsWith("<?xml")) {
        const qsizetype end = text.indexOf('>');
        if (end < 0)
            return false;
        text = text.mid(end + 1).trimmed();
    }
    return text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head");
}

QString whyNoData(const QByteArray &head, const QString &path)
{
    // gzip, 7-Zip, RAR, xz, bzip2, and a zip, in which only what GIS and spreadsheet programs pack is found
    static const std::array<QByteArray, 6> packed = {QByteArray("\x1F\x8B"),
                                                     QByteArray("7z\xBC\xAF\x27\x1C"),
                                                     QByteArray("Rar!"),
                                                     QByteArray("\xFD"
                                                                "7zXZ"),
                                                     QByteArray("BZh"),
                                                     QByteArray("PK\x03\x04")};
    static const std::array<QByteArray, 4> pictures = {QByteArray("\x89PNG"), QByteArray("\xFF\xD8\xFF"),
                                                       QByteArray("GIF8"), QByteArray("RIFF")};
    if (isPage(head)) {
        return Sentences::tr("%1: this is a web page, not data. Look on it for a file to download (CSV, JSON, GeoJSON, "
                             "XLSX…) and give that. Nothing was imported.")
            .arg(path);
    }
    if (head.startsWith("%PDF")) {
        return Sentences::tr("%1: this is a PDF, from which no list can be read. Ask its publisher for a table (CSV, "
                             "XLSX, ODS). Nothing was imported.")
            .arg(path);
    }
    if (startsWithAny(head, packed)) {
        return Sentences::tr("%1: this is a packed file in which no list was found. Unpack it and give what is in it. "
                             "Nothing was imported.")
            .arg(path);
    }
    if (startsWithAny(head, pictures))
        return Sentences::tr("%1: this is a picture, not data. Nothing was imported.").arg(path);
    return {};
}

} // namespace repere::exchange
