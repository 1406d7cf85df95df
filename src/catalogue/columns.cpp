#include "catalogue/columns.h"

namespace repere::catalogue {

int FacetColumn::intern(const QString &id)
{
    const auto found = index.constFind(id);
    if (found != index.constEnd())
        return *found;
    const int position = static_cast<int>(ids.size());
    ids.append(id);
    index.insert(id, position);
    return position;
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
    const QByteArray utf8 = text.toUtf8();
    bytes.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
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
