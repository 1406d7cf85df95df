// Does ThreadSanitizer ring when it must, and only then? `alarm WAY ordered` hands a number to another thread and takes it
// back as Qt allows; `alarm WAY race` touches it once more where nothing orders the two threads.
#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <cstring>

namespace {

/// Both threads work at once here, each knows it, and no order of memory comes from knowing: QSemaphore is Qt's own.
struct Meeting {
    QSemaphore there;
    QSemaphore here;
    void other()
    {
        there.release();
        here.acquire();
    }
    void own()
    {
        here.release();
        there.acquire();
    }
};

int byInvoke(bool race)
{
    QThread thread;
    QObject receiver;
    receiver.moveToThread(&thread);
    thread.start();
    auto *number = new int(1);
    int back = 0;
    Meeting meeting;
    QMetaObject::invokeMethod(
        &receiver,
        [&] {
            if (race)
                meeting.other();
            ++*number;
            QMetaObject::invokeMethod(
                qApp,
                [&] {
                    back = *number;
                    QCoreApplication::quit();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    if (race) {
        meeting.own();
        ++*number;
    }
    QCoreApplication::exec();
    thread.quit();
    thread.wait();
    delete number;
    return back == 0;
}

int byPool(bool race)
{
    QThreadPool pool;
    auto *number = new int(1);
    Meeting meeting;
    pool.start([&] {
        if (race)
            meeting.other();
        ++*number;
    });
    if (race) {
        meeting.own();
        ++*number;
    }
    pool.waitForDone();
    const int after = *number;
    delete number;
    return after == 1;
}

int byWait(bool race)
{
    QThread thread;
    QObject receiver;
    receiver.moveToThread(&thread);
    thread.start();
    int number = 1;
    Meeting meeting;
    QMetaObject::invokeMethod(
        &receiver,
        [&] {
            if (race)
                meeting.other();
            ++number;
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    if (race) {
        meeting.own();
        ++number;
    }
    thread.wait();
    return number == 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    const bool race = std::strcmp(argv[2], "race") == 0;
    if (std::strcmp(argv[1], "invoke") == 0)
        return byInvoke(race);
    if (std::strcmp(argv[1], "pool") == 0)
        return byPool(race);
    return byWait(race);
}
