# shellcheck shell=bash
# The environment in which Repère is built, run and tested: this machine when it has the baseline,
# otherwise a Debian 13 root made once (root.sh) and entered with bubblewrap.
#
#   in_environment COMMAND …   runs COMMAND there: same folder, arguments, environment, signals, exit status
#   end_in_environment …       the same as the last act of a script
#   environment_id             a word that changes when programs built in another environment must be built anew
#
# As a program: `environment.sh --print-root` prints the folder of the root, made or not.
# REPERE_ENVIRONMENT=native or =root overrules the choice; REPERE_PACKAGES=FILE[:FILE …], the lists of packages.

if ((${#BASH_SOURCE[@]} == 1)); then
    # shellcheck source=common.sh
    source "$(dirname -- "$0")/common.sh"
    [[ ${1:-} == --print-root ]] || die "usage: environment.sh --print-root"
    root_folder
    exit
fi

REPERE_PACKAGES=${REPERE_PACKAGES:-$REPERE_SOURCE/scripts/packages.txt}

# The packages of the lists, one a line, without comments.
packages() {
    local lists
    IFS=: read -r -a lists <<<"$REPERE_PACKAGES"
    sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' -- "${lists[@]}"
}

# The folder of the root: one for each list of packages, shared by every checkout.
root_folder() {
    local key
    key=$(packages | LC_ALL=C sort | sha256sum)
    printf '%s/root-trixie-%s-%s\n' "$REPERE_CACHE" "${HOSTTYPE:-unknown}" "${key:0:12}"
}

inside_root() { [[ -L /.repere-environment ]]; }

# Does this machine itself have all that is needed? The first miss answers: a machine without Qt pays nothing.
has_baseline() {
    local tool
    for tool in qmake6 cmake ninja ccache g++ pkg-config clang-format Xvfb xdotool strace sqlite3 ogr2ogr; do
        type -P "$tool" >/dev/null || return 1
    done
    (($(g++ -dumpversion | cut -d. -f1) >= 14)) || return 1
    [[ -e /usr/include/SQLiteCpp/SQLiteCpp.h ]] || return 1
    pkg-config --exists 'Qt6Location >= 6.8' Qt6Positioning Qt6HttpServer Qt6QuickWidgets Qt6Svg Qt6Concurrent \
        'gdal >= 3.10' 'sqlite3 >= 3.46' proj nlohmann_json CLI11 benchmark 2>/dev/null
}

# Sets REPERE_ENVIRONMENT to `inside` (already in the root), `native` or `root`.
choose_environment() {
    if inside_root; then
        REPERE_ENVIRONMENT=inside
    elif [[ -z ${REPERE_ENVIRONMENT:-} ]]; then
        if has_baseline; then REPERE_ENVIRONMENT=native; else REPERE_ENVIRONMENT=root; fi
    fi
}

environment_id() {
    case $REPERE_ENVIRONMENT in
        inside) readlink /.repere-environment ;;
        native) printf 'native-%s\n' "$(qmake6 -query QT_VERSION)" ;;
        root) basename -- "$(root_folder)" ;;
    esac
}

# The arguments of bwrap, in the array `bwrap`. Every top-level folder of the host is there except the system's own.
bwrap_arguments() {
    local root=$1 folder name zone
    bwrap=(
        --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --bind "$root/var" /var
        --proc /proc --ro-bind /sys /sys --dev /dev
        --symlink "${root##*/}" /.repere-environment
        --die-with-parent
    )
    for folder in dri snd shm; do
        bwrap+=(--dev-bind-try "/dev/$folder" "/dev/$folder")
    done
    for folder in "$root"/*; do # usr-merge: bin, sbin, lib, lib64
        [[ -L $folder ]] && bwrap+=(--symlink "$(readlink -- "$folder")" "/${folder##*/}")
    done
    for folder in /*; do
        case $folder in
            /usr | /bin | /sbin | /lib* | /etc | /var | /proc | /sys | /dev | /lost+found) continue ;;
        esac
        if [[ -L $folder ]]; then
            bwrap+=(--symlink "$(readlink -- "$folder")" "$folder")
        elif [[ -d $folder ]]; then
            bwrap+=(--bind "$folder" "$folder")
        fi
    done
    # Of the host's /var only what belongs to the person: service accounts have their home and checkouts there.
    for folder in /var/tmp "$REPERE_SOURCE" "$PWD" "${HOME:-}" "$REPERE_CACHE"; do
        [[ $folder == /var/* && -d $folder ]] && bwrap+=(--bind "$folder" "$folder")
    done
    for name in passwd group hosts resolv.conf; do
        [[ -e $root/etc/$name && -e /etc/$name ]] && bwrap+=(--ro-bind "/etc/$name" "/etc/$name")
    done
    if [[ -z ${TZ:-} ]] && zone=$(readlink -- /etc/localtime) && [[ $zone == */zoneinfo/* ]]; then
        bwrap+=(--setenv TZ "${zone##*/zoneinfo/}")
    fi
    # Nothing that points into the host's own installation.
    for name in LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH CC CXX \
        CFLAGS CXXFLAGS LDFLAGS CMAKE_PREFIX_PATH CMAKE_GENERATOR PYTHONPATH PYTHONHOME PYENV_ROOT VIRTUAL_ENV PERL5LIB \
        QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH QML_IMPORT_PATH QML2_IMPORT_PATH QT_QPA_PLATFORMTHEME \
        GDAL_DATA GDAL_DRIVER_PATH PROJ_LIB PROJ_DATA; do
        bwrap+=(--unsetenv "$name")
    done
    bwrap+=(--setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin)
    bwrap+=(--chdir "$PWD")
}

# bwrap stays as the parent of the program and would die of a signal, taking the program with it unasked. So it is
# started deaf to them, `env` gives the program its ears back, and this shell hands on what it receives.
run_in_root() {
    local root=$1 bwrap pid status signal handed_on=1
    shift
    bwrap_arguments "$root"
    (
        trap '' INT QUIT TERM HUP USR1 USR2
        exec bwrap "${bwrap[@]}" -- env --default-signal=INT,QUIT,TERM,HUP,USR1,USR2 -- "$@"
    ) <&0 &
    pid=$!
    for signal in TERM HUP USR1 USR2 INT QUIT; do
        # shellcheck disable=SC2064
        trap "hand_on $signal $pid" "$signal"
    done
    # A signal ends `wait` early: wait again.
    while [[ $handed_on ]]; do
        handed_on='' status=0
        wait "$pid" || status=$?
    done
    trap - INT QUIT TERM HUP USR1 USR2
    return "$status"
}

# With a terminal, Ctrl-C and Ctrl-\ have already reached the program itself.
hand_on() {
    local signal=$1 parent=$2 children
    handed_on=1
    if [[ $signal == INT || $signal == QUIT ]] && { : </dev/tty; } 2>/dev/null; then return 0; fi
    children=$(cat "/proc/$parent/task/$parent/children" 2>/dev/null) || return 0
    # shellcheck disable=SC2086
    [[ -z $children ]] || kill -s "$signal" $children 2>/dev/null || :
}

# Makes the environment if it is missing.
prepare_environment() {
    choose_environment
    [[ $REPERE_ENVIRONMENT == root ]] || return 0
    REPERE_ROOT=$(root_folder)
    [[ -d $REPERE_ROOT ]] && type -P bwrap >/dev/null && return 0
    # shellcheck source=root.sh
    source "$REPERE_SOURCE/scripts/lib/root.sh"
    make_root "$REPERE_ROOT"
}

share_compiler_cache() {
    # One for all checkouts, whatever folder they are in.
    export CCACHE_DIR=${CCACHE_DIR:-$REPERE_CACHE/ccache} CCACHE_BASEDIR=${CCACHE_BASEDIR:-$REPERE_SOURCE} CCACHE_NOHASHDIR=1
}

in_environment() {
    prepare_environment
    share_compiler_cache
    if [[ $REPERE_ENVIRONMENT == root ]]; then
        run_in_root "$REPERE_ROOT" "$@"
    else
        "$@"
    fi
}

# The same as the last act of a script: where no bubblewrap stands between, the program takes the script's place.
end_in_environment() {
    prepare_environment
    share_compiler_cache
    [[ $REPERE_ENVIRONMENT == root ]] || exec "$@"
    local status=0
    run_in_root "$REPERE_ROOT" "$@" || status=$?
    exit "$status"
}
