#include "exchange/gunzip.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>

#include <zlib.h>

#include <memory>

namespace repere::exchange {

namespace {

constexpr qsizetype kBlock = 256 * 1024;
constexpr int kGzipOnly = 16 + MAX_WBITS; // see inflateInit2

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gunzip)
};

struct EndInflate {
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

Result<void> unpack(QFile &from, QFile &to, qint64 mostBytes, JobContext &job)
{
    const QString name = QDir::toNativeSeparators(from.fileName());
    const auto damaged = [&name] {
        return failure(ErrorCode::Unreadable, Text::tr("%1: the packed file is damaged or cut off.").arg(name));
    };
    z_stream stream{};
    if (inflateInit2(&stream, kGzipOnly) != Z_OK)
        return failure(ErrorCode::Internal, QStringLiteral("inflateInit2"));
    const std::unique_ptr<z_stream, EndInflate> ending(&stream);
    QByteArray in;
    QByteArray out(kBlock, Qt::Uninitialized);
    qint64 written = 0;
    bool ended = false; // between two members, or behind the last
    for (;;) {
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled, Text::tr("Stopped. Nothing was read."));
        if (stream.avail_in == 0) {
            in = from.read(kBlock);
            if (in.isEmpty()) {
                if (!ended)
                    return damaged();
                return {};
            }
            stream.next_in = reinterpret_cast<Bytef *>(in.data());
            stream.avail_in = static_cast<uInt>(in.size());
        }
        if (ended) {
            inflateReset(&stream);
            ended = false;
        }
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        const int state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return damaged();
        ended = state == Z_STREAM_END;
        const qint64 more = out.size() - static_cast<qint64>(stream.avail_out);
        written += more;
        if (written > mostBytes)
            return failure(ErrorCode::Unreadable, Text::tr("%1: the file is larger than %2 when it is unpacked.")
                                                      .arg(name, QLocale().formattedDataSize(mostBytes)));
        if (to.write(out.constData(), more) != more)
            return failure(
                ErrorCode::Unwritable,
                Text::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(to.fileName()), to.errorString()));
    }
}

} // namespace

Result<void> unpackGzip(const QString &from, const QString &to, qint64 mostBytes, JobContext &job)
{
    QFile input(from);
    if (!input.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Unreadable,
                       Text::tr("%1: cannot be opened (%2).").arg(QDir::toNativeSeparators(from), input.errorString()));
    }
    QFile output(to);
    if (!output.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return failure(ErrorCode::Unwritable,
                       Text::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(to), output.errorString()));
    }
    Result<void> done = unpack(input, output, mostBytes, job);
    if (done && !output.flush()) {
        done = failure(ErrorCode::Unwritable,
                       Text::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(to), output.errorString()));
    }
    if (!done)
        output.remove();
    return done;
}

} // namespace repere::exchange
