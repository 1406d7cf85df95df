#pragma once

#include <QString>

namespace CLI {
class ParseError;
}

namespace repere::cli {

/// The parser's complaint as one translated sentence that names the option and value at fault and says that nothing was
/// done.
QString usageSentence(const CLI::ParseError &error);

} // namespace repere::cli
