#pragma once

#include "exchange/http_client.h"

namespace repere::exchange {

/// What is fetched, where to, and within which bounds.
struct FetchRequest {
    QUrl url;
    QString cacheFolder;                               ///< made when it is not there; what came before is kept in it
    qint64 mostBytes = qint64(2) * 1024 * 1024 * 1024; ///< larger files are refused
    HttpPatience patience;
};

/// What came, or was there already.
struct Fetched {
    QString path;           ///< the file in the cache; it stays until the same address is fetched again
    QUrl url;               ///< where it lies in the end, redirections followed
    bool unchanged = false; ///< the server says that it is still what was fetched before
};

/// Downloads an address that the user asked for; nothing else is contacted (see HttpClient for what is asked and how).
///
/// The cache keeps one file for each address, with what the server said of its version (ETag, Last-Modified): an address
/// that did not change is not sent again. A broken or cancelled transfer is continued the next time, when the server tells
/// its versions apart. A page for people where data should be (a login, an overloaded server) is an error, and the file of
/// before stays. Progress is the part of the whole, negative where the server does not tell its length.
///
/// Blocks: for a worker thread or the command line. One process at a time fetches an address (Locked).
Result<Fetched> fetch(const FetchRequest &request, JobContext &job);

/// Where a file of such a cache came from; empty for any other file.
QUrl addressOfFetched(const QString &path);
/// A file as people know it: its name, or the address that it was fetched from ("example.org/lieux.csv").
QString nameOfFile(const QString &path);
/// What to call a file of places that does not say its name: "lieux", or "lieux (example.org)" when it was fetched.
QString titleOfFile(const QString &path);

} // namespace repere::exchange
