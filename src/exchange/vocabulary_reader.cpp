#include "exchange/vocabulary_reader.h"

#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

namespace repere::exchange {

namespace {

using Json = nlohmann::ordered_json;

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// A place inside a JSON file, which knows how to speak of itself. The first problem found anywhere is kept in the
/// file's Problem; after it every reader gives empty values.
struct Problem {
    QString file;
    QString message;
};

class Node
{
public:
    Node(const Json &value, QString pointer, Problem &problem)
        : m_value(value), m_pointer(std::move(pointer)), m_problem(problem)
    {
    }

    Node member(const char *key) const
    {
        static const Json null;
        const auto it = m_value.is_object() ? m_value.find(key) : m_value.end();
        const QString pointer = m_pointer + u'/' + QString::fromUtf8(key);
        if (!m_value.is_object() || it == m_value.end()) {
            complain(pointer, Sentences::tr("is missing"));
            return {null, pointer, m_problem};
        }
        return {*it, pointer, m_problem};
    }
    bool has(const char *key) const { return m_value.is_object() && m_value.contains(key); }

    QString text() const
    {
        if (!m_value.is_string() || m_value.get_ref<const std::string &>().empty()) {
            complain(m_pointer, Sentences::tr("must be a text that is not empty"));
            return {};
        }
        return toQString(m_value.get_ref<const std::string &>());
    }
    BilingualText bilingual() const { return {member("fr").text(), member("en").text()}; }

    std::vector<Node> elements() const
    {
        std::vector<Node> nodes;
        if (!m_value.is_array()) {
            complain(m_pointer, Sentences::tr("must be a list"));
            return nodes;
        }
        for (std::size_t i = 0; i < m_value.size(); ++i)
            nodes.emplace_back(m_value[i], m_pointer + u'/' + QString::number(i), m_problem);
        return nodes;
    }
    QStringList texts() const
    {
        QStringList list;
        for (const Node &node : elements())
            list.append(node.text());
        return list;
    }
    /// The lists of every member of an object, one after the other.
    QStringList textsOfMembers() const
    {
        QStringList list;
        if (!m_value.is_object()) {
            complain(m_pointer, Sentences::tr("must be an object"));
            return list;
        }
        for (const auto &[key, value] : m_value.items())
            list += Node(value, m_pointer + u'/' + toQString(key), m_problem).texts();
        return list;
    }
    void complain(const QString &what) const { complain(m_pointer, what); }

private:
    void complain(const QString &pointer, const QString &what) const
    {
        if (m_problem.message.isEmpty())
            m_problem.message =
                Sentences::tr("%1, at %2: %3. The vocabulary was not read.").arg(m_problem.file, pointer, what);
    }

    const Json &m_value;
    QString m_pointer;
    Problem &m_problem;
};

VocabularyEntry readEntry(const Node &node)
{
    VocabularyEntry entry;
    entry.id = node.member("id").text();
    entry.label = node.member("label").bilingual();
    entry.definition = node.member("definition").bilingual();
    entry.synonyms = node.member("synonyms").texts();
    if (node.has("brands"))
        entry.brands = node.member("brands").texts();
    if (node.has("keys"))
        entry.synonyms += node.member("keys").textsOfMembers();
    if (node.has("icon"))
        entry.icon = node.member("icon").text();
    return entry;
}

void requireKnown(const Node &list, const QSet<QString> &ids)
{
    for (const Node &node : list.elements()) {
        const QString id = node.text();
        if (!ids.contains(id))
            node.complain(Sentences::tr("\"%1\" is the id of no entry").arg(id));
    }
}

Result<Vocabulary> readVocabulary(const QString &folder, const QString &kind, const Compounds &compounds)
{
    Problem problem{QDir(folder).filePath(kind + QStringLiteral(".json")), {}};
    const Result<Json> json = readJsonFile(problem.file);
    if (!json)
        return std::unexpected(json.error());
    const Node root(*json, {}, problem);
    if (root.member("kind").text() != kind)
        root.member("kind").complain(Sentences::tr("must be \"%1\"").arg(kind));

    std::vector<VocabularyEntry> entries;
    QSet<QString> ids;
    for (const Node &node : root.member("entries").elements()) {
        entries.push_back(readEntry(node));
        const QString &id = entries.back().id;
        if (ids.contains(id))
            node.complain(Sentences::tr("the id \"%1\" is used twice").arg(id));
        ids.insert(id);
    }
    std::vector<VocabularyGroup> groups;
    for (const Node &node : root.member("groups").elements()) {
        requireKnown(node.member("members"), ids);
        groups.push_back({node.member("id").text(), node.member("label").bilingual(),
                          node.member("definition").bilingual(), node.member("synonyms").texts(),
                          node.member("members").texts()});
    }
    std::vector<AmbiguousWords> ambiguous;
    for (const Node &node : root.member("ambiguous").elements()) {
        requireKnown(node.member("candidates"), ids);
        ambiguous.push_back(
            {node.member("words").texts(), node.member("candidates").texts(), node.member("note").bilingual()});
    }
    if (!problem.message.isEmpty())
        return failure(ErrorCode::Unreadable, problem.message);
    return Vocabulary(kind, std::move(entries), std::move(groups), std::move(ambiguous), compounds);
}

Result<Compounds> readCompounds(const QString &folder)
{
    Problem problem{QDir(folder).filePath(QStringLiteral("compounds.json")), {}};
    const Result<Json> json = readJsonFile(problem.file);
    if (!json)
        return std::unexpected(json.error());
    QList<QStringList> compounds;
    for (const Node &node : Node(*json, {}, problem).member("compounds").elements()) {
        QStringList parts;
        for (const QString &part : node.texts())
            parts.append(fold(part));
        if (parts.size() < 2)
            node.complain(Sentences::tr("needs two parts at least"));
        compounds.append(parts);
    }
    if (!problem.message.isEmpty())
        return failure(ErrorCode::Unreadable, problem.message);
    return Compounds(compounds);
}

} // namespace

Result<Vocabularies> readVocabularies(const QString &folder)
{
    const Result<Compounds> compounds = readCompounds(folder);
    if (!compounds)
        return std::unexpected(compounds.error());
    Vocabularies vocabularies;
    const std::pair<const char16_t *, Vocabulary *> kinds[] = {{u"types", &vocabularies.types},
                                                               {u"equipment", &vocabularies.equipment},
                                                               {u"statuses", &vocabularies.statuses},
                                                               {u"services", &vocabularies.services},
                                                               {u"publics", &vocabularies.publics}};
    for (const auto &[kind, target] : kinds) {
        Result<Vocabulary> vocabulary = readVocabulary(folder, QString::fromUtf16(kind), *compounds);
        if (!vocabulary)
            return std::unexpected(vocabulary.error());
        *target = std::move(*vocabulary);
    }
    return vocabularies;
}

} // namespace repere::exchange
