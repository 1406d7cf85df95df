#include "catalogue/columns.h"

#include <QStringConverter>

#include <cstdint>

namespace repere::catalogue {

int FacetColumn::intern(const QString &id)
{
    const auto place = reinterpret_cast<std::uintptr_t>(id.constData());
    auto &[text, known] = recent[(place >> 4 ^ place >> 11) % recent.size()];
    if (text.constData() == id.constData() && text.size() == id.size()) // kept alive here: it is the same text
        return known;
    text = id;
    if (const auto found = index.constFind(id); found != index.constEnd())
        return known = *found;
    known = static_cast<int>(ids.size());
    ids.append(id);
    index.insert(id, known);
    return known;
}

const BitSet *FacetColumn::find(const QString &id) const
{
    if (id == QStringView(kUnknown))
        return &rows.back();
    const auto found = index.constFind(id);
    return found == index.constEnd() ? nullptr : &rows[static_cast<std::size_t>(*found)];
}

void ListColumn::add(std::span<const std::uint16_t> list)
{
    values.insert(values.end(), list.begin(), list.end());
    ends.push_back(static_cast<std::uint32_t>(values.size()));
}

std::span<const std::uint16_t> ListColumn::at(std::size_t row) const
{
    const std::size_t begin = row ? ends[row - 1] : 0;
    return {values.data() + begin, values.data() + ends[row]};
}

void TextColumn::add(const QString &text)
{
    QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const std::size_t begin = bytes.size();
    bytes.resize_and_overwrite(begin + static_cast<std::size_t>(encoder.requiredSpace(text.size())),
                               [&](char *data, std::size_t) {
                                   return static_cast<std::size_t>(encoder.appendToBuffer(data + begin, text) - data);
                               });
    ends.push_back(static_cast<std::uint32_t>(bytes.size()));
}

QString TextColumn::at(std::size_t row) const
{
    const std::size_t begin = row ? ends[row - 1] : 0;
    return QString::fromUtf8(bytes.data() + begin, static_cast<qsizetype>(ends[row] - begin));
}

void RepeatedColumn::add(const QString &text)
{
    auto found = index.constFind(text);
    if (found == index.constEnd()) {
        found = index.insert(text, static_cast<std::uint32_t>(texts.size()));
        texts.append(text);
    }
    rows.push_back(*found);
}

} // namespace repere::catalogue
