// How ThreadSanitizer runs, and what it does not report.

extern "C" {

/// Of libraries that are not instrumented no access is judged: they lock in ways that are not seen. What they order for
/// us is told by happens_before.cpp.
const char *__tsan_default_options();
const char *__tsan_default_options()
{
    return "ignore_noninstrumented_modules=1 second_deadlock_stack=1 history_size=4";
}

/// One reason for each line; none may name code of ours.
const char *__tsan_default_suppressions();
const char *__tsan_default_suppressions()
{
    return "";
}
}
