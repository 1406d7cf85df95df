#pragma once

#include <QString>

#include <expected>

namespace repere {

/// What kind of failure it is, for callers, exit statuses and tests. The sentence for people is in Error::message.
enum class ErrorCode {
    Usage,         ///< the request makes no sense (unknown value, missing argument): exit 2
    Ambiguous,     ///< the request has several meanings; the message lists the candidates: exit 2
    NotFound,      ///< nothing has this id or name: exit 1
    Missing,       ///< the file does not exist: exit 3
    Unreadable,    ///< the input cannot be read or is malformed: exit 3
    Unwritable,    ///< the output cannot be written (rights, full disk): exit 3
    NotADirectory, ///< the file is no Repère directory: exit 3
    NewerVersion,  ///< written by a newer Repère; may be read, not written: exit 3
    ReadOnly,      ///< the file can only be read: exit 3
    Locked,        ///< another program holds the file: exit 3
    Conflict,      ///< the file has moved on since (undo, edit): exit 3
    Cancelled,     ///< the user asked to stop: nothing has changed
    Internal,      ///< a bug of ours, said as such: exit 3
};

/// A failure: a code for programs and one translated sentence for people. The sentence names the file, line,
/// column and value at fault and what happened to it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;

    bool operator==(const Error &) const = default;
};

/// Everything that can fail returns this; exceptions of libraries stop in the function that called them.
template <typename T> using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorCode code, QString message)
{
    return std::unexpected(Error{code, std::move(message)});
}

} // namespace repere
