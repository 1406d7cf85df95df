# shellcheck shell=bash
# Configures and builds a preset, and says so only when there is something to do. Sourced by common.sh.

# build_preset PRESET [TARGET …]: brings build/PRESET up to date.
build_preset() {
    local preset=$1 folder=$REPERE_SOURCE/build/$1 lock
    shift
    prepare_environment
    mkdir -p -- "$folder"
    exec {lock}>"$folder/.lock"
    if ! flock --nonblock "$lock"; then
        say "Waiting for another build of $preset"
        flock "$lock"
    fi
    local begun=$folder/.begun
    touch -- "$begun"
    configure_preset "$preset" "$folder"
    # A dry run is cheap and tells whether there is anything to say.
    if [[ $(in_environment ninja -C "$folder" -n "$@" 2>/dev/null) != *"no work to do"* ]]; then
        say "Building $preset"
        if [[ -t 2 ]]; then
            in_environment ninja -C "$folder" "$@" >&2
        else
            in_environment ninja -C "$folder" --quiet "$@" >&2
        fi || die "Building $preset failed"
    fi
    mv -- "$begun" "$(stamp "$folder" "$@")"
    exec {lock}>&-
}

# Configures a new folder, and one that another environment or another place has configured; ninja sees to the rest.
configure_preset() {
    local preset=$1 folder=$2 identity log
    identity="$(environment_id) $REPERE_SOURCE"
    [[ -e $folder/build.ninja && $(cat "$folder/.configured" 2>/dev/null) == "$identity" ]] && return 0
    say "Configuring $preset"
    rm -f -- "$folder"/.built-* "$folder/.configured"
    log=$folder/configure.log
    if ! (cd -- "$REPERE_SOURCE" && in_environment cmake --fresh --preset "$preset") >"$log" 2>&1; then
        cat -- "$log" >&2
        die "Configuring $preset failed"
    fi
    printf '%s\n' "$identity" >"$folder/.configured"
}

# The file whose time is that of the last build of these targets.
stamp() {
    local folder=$1 IFS=+
    shift
    printf '%s/.built-%s\n' "$folder" "${*:-all}"
}

# Is the build of these targets newer than everything that it is made of?
is_built() {
    local preset=$1 file
    shift
    file=$(stamp "$REPERE_SOURCE/build/$preset" "$@")
    [[ -e $file ]] || return 1
    [[ $(cat "$REPERE_SOURCE/build/$preset/.configured" 2>/dev/null) == "$(environment_id) $REPERE_SOURCE" ]] || return 1
    cd -- "$REPERE_SOURCE" || return 1
    [[ -z $(find src ui resources data tests scripts/cmake CMakeLists.txt CMakePresets.json -newer "$file" -print -quit) ]]
}

# ensure_built PRESET TARGET: as build_preset, in a few milliseconds when nothing has changed.
ensure_built() {
    prepare_environment
    if ! (is_built "$@") || [[ ! -x $REPERE_SOURCE/build/$1/bin/$2 ]]; then
        build_preset "$@"
    fi
}
