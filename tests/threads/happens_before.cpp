// What Qt promises about threads, told to ThreadSanitizer. Qt's own libraries are not instrumented: their queues and locks
// order our work without ThreadSanitizer seeing it. These wrappers (ld --wrap, see CMakeLists.txt) stand where our code hands
// work to Qt and say what the documentation of each function promises, nothing more:
//   QMetaObject::invokeMethod   what was written before the call is seen by the function that is called, and by whoever
//                               throws it away uncalled; a call that waits sees what the function wrote
//   QThreadPool::start          what was written before the call is seen by the task
//   QThreadPool::waitForDone    what the tasks wrote is seen after it; so it is after the pool's destructor
//   QThread::wait               what the called functions of that thread wrote is seen after it
#include <QDeadlineTimer>
#include <QMetaObject>
#include <QObject>
#include <QRunnable>
#include <QThread>
#include <QThreadPool>

#include <sanitizer/tsan_interface.h>

namespace {

using QtPrivate::QSlotObjectBase;

/// The slot of others, run after what happened before it was handed over.
class OrderedSlot : public QSlotObjectBase
{
public:
    explicit OrderedSlot(QSlotObjectBase *slot) : QSlotObjectBase(&impl), m_slot(slot) { __tsan_release(this); }

private:
    static void impl(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *)
    {
        auto *ordered = static_cast<OrderedSlot *>(self);
        if (which == Call) {
            __tsan_acquire(ordered);
            ordered->m_slot->call(receiver, arguments);
            __tsan_release(receiver);
            __tsan_release(QThread::currentThread());
        } else if (which == Destroy) {
            __tsan_acquire(ordered);
            ordered->m_slot->destroyIfLastRef();
            delete ordered;
        }
    }

    QSlotObjectBase *m_slot;
};

class OrderedTask : public QRunnable
{
public:
    OrderedTask(QRunnable *task, QThreadPool *pool) : m_task(task), m_pool(pool) { __tsan_release(this); }

    void run() override
    {
        __tsan_acquire(this);
        const bool own = m_task->autoDelete();
        m_task->run();
        if (own)
            delete m_task;
        __tsan_release(m_pool);
    }

private:
    QRunnable *m_task;
    QThreadPool *m_pool;
};

} // namespace

// The names are those of the compiler: ld --wrap knows no other.
extern "C" {

bool REAL_INVOKE(QObject *object, QSlotObjectBase *slot, Qt::ConnectionType type, qsizetype count,
                 const void *const *values, const char *const *names,
                 const QtPrivate::QMetaTypeInterface *const *types);
bool WRAP_INVOKE(QObject *object, QSlotObjectBase *slot, Qt::ConnectionType type, qsizetype count,
                 const void *const *values, const char *const *names, const QtPrivate::QMetaTypeInterface *const *types)
{
    const bool invoked = REAL_INVOKE(object, new OrderedSlot(slot), type, count, values, names, types);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(object);
    return invoked;
}

void REAL_START(QThreadPool *pool, QRunnable *task, int priority);
void WRAP_START(QThreadPool *pool, QRunnable *task, int priority)
{
    REAL_START(pool, new OrderedTask(task, pool), priority);
}

bool REAL_DONE(QThreadPool *pool, QDeadlineTimer deadline);
bool WRAP_DONE(QThreadPool *pool, QDeadlineTimer deadline)
{
    const bool done = REAL_DONE(pool, deadline);
    __tsan_acquire(pool);
    return done;
}

void REAL_END(QThreadPool *pool);
void WRAP_END(QThreadPool *pool)
{
    REAL_END(pool);
    __tsan_acquire(pool);
}

bool REAL_WAIT(QThread *thread, QDeadlineTimer deadline);
bool WRAP_WAIT(QThread *thread, QDeadlineTimer deadline)
{
    const bool ended = REAL_WAIT(thread, deadline);
    __tsan_acquire(thread);
    return ended;
}
}
