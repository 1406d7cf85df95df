# The one place for standard, warnings, strict Qt defines and sanitizers: every target of ours links repere_options.
option(REPERE_WERROR "Treat warnings as errors" OFF)
set(REPERE_SANITIZE "" CACHE STRING "`address` (with undefined behaviour) or `thread`: the sanitizers, or none")
option(REPERE_LIBFUZZER "Coverage for libFuzzer, and the fuzz targets linked with it (Clang)" OFF)

add_library(repere_options INTERFACE)
target_compile_features(repere_options INTERFACE cxx_std_23)
target_compile_options(repere_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<BOOL:${REPERE_WERROR}>:-Werror>)
target_compile_definitions(repere_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING QT_STRICT_ITERATORS REPERE_VERSION="${PROJECT_VERSION}")
target_include_directories(repere_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(REPERE_SANITIZE STREQUAL "ON") # a folder that was configured before there were two
    set(REPERE_SANITIZE address CACHE STRING "" FORCE)
endif()
if(REPERE_SANITIZE STREQUAL "address")
    target_compile_options(repere_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
                           -fno-omit-frame-pointer)
    target_link_options(repere_options INTERFACE -fsanitize=address,undefined)
elseif(REPERE_SANITIZE STREQUAL "thread")
    target_compile_options(repere_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer
                           -Wno-maybe-uninitialized) # its calls hide initialisations from GCC
    target_link_options(repere_options INTERFACE -fsanitize=thread)
elseif(REPERE_SANITIZE)
    message(FATAL_ERROR "REPERE_SANITIZE is `${REPERE_SANITIZE}`: it must be `address`, `thread` or nothing")
endif()
if(REPERE_LIBFUZZER)
    target_compile_options(repere_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(repere_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
