# shellcheck shell=bash
# Makes the Debian 13 root. Sourced by environment.sh when the root is missing.

host_tools=(mmdebstrap bwrap flock setpriv tar unshare)

make_root() {
    local root=$1 try lock
    need_host_tools
    [[ -d $root ]] && return 0
    mkdir -p -- "$REPERE_CACHE"
    # One maker at a time. The programs that it starts inherit the lock: as long as one of them writes, nobody else begins.
    exec {lock}>"$REPERE_CACHE/.lock"
    if ! flock --nonblock "$lock"; then
        say "Waiting for another set-up of Debian 13"
        flock "$lock"
    fi
    trap 'exit 130' INT # Ctrl-C is no failure to try again after
    for try in 1 2 3; do
        [[ -d $root ]] && break
        remove_leftovers "$root"
        if ((try == 1)); then
            need_space
            say "Setting up Debian 13 in $root (once; some minutes, about 3 GB)"
        else
            say "That failed; trying again in $((try * 5)) s"
            sleep $((try * 5))
        fi
        bootstrap "$root" && break
    done
    if [[ ! -d $root ]]; then
        remove_leftovers "$root"
        grep -E '^E: ' "$root.log" | tail -n 5 >&2 || tail -n 5 "$root.log" >&2
        die "Debian 13 could not be set up; all that was said is in $root.log"
    fi
    trap - INT
    exec {lock}>&-
}

# Builds beside the final place and renames when whole. As an ordinary user mmdebstrap works with other user numbers in a
# folder that the user could neither read nor remove: it hands over a tar stream, unpacked here as the user's own files.
bootstrap() {
    local root=$1 part=$1.part
    # shellcheck disable=SC2016
    local options=(
        --variant=minbase --aptopt='Acquire::Retries "5"'
        --customize-hook='touch "$1/etc/hosts" "$1/etc/resolv.conf"'
        --include="$(packages | paste -sd,)"
    )
    mkdir -- "$part" || return 1
    # Killing this script ends mmdebstrap too, after its present step; what it had mounted goes with it, however it ends.
    if ((EUID == 0)); then
        setpriv --pdeathsig TERM -- unshare --mount -- mmdebstrap --format=directory "${options[@]}" trixie "$part" \
            </dev/null >"$root.log" 2>&1 || return 1
    else
        make_scratch "$root" || return 1
        (
            TMPDIR=$(scratch_folder "$root")
            export TMPDIR
            exec setpriv --pdeathsig TERM -- mmdebstrap --mode=unshare --format=tar "${options[@]}" trixie -
        ) </dev/null 2>"$root.log" |
            tar --extract --no-same-owner --exclude='./dev/*' --directory="$part" 2>>"$root.log" || return 1
        remove_scratch "$root"
    fi
    mv --no-target-directory -- "$part" "$root"
    rm -f -- "$root.log"
}

# Where an ordinary user's mmdebstrap unpacks: outside the home folder, which the other user numbers may not enter.
scratch_folder() { printf '/var/tmp/%s-%s\n' "${1##*/}" "$UID"; }

make_scratch() { mkdir --mode=0711 -- "$(scratch_folder "$1")" && chmod 1777 -- "$(scratch_folder "$1")"; }

remove_scratch() {
    local scratch
    scratch=$(scratch_folder "$1")
    [[ -e $scratch && -O $scratch ]] || return 0
    mmdebstrap --unshare-helper rm -rf --one-file-system -- "$scratch"/* 2>/dev/null || :
    rm -rf --one-file-system -- "$scratch"
}

# What an interrupted run has left. Called with the lock held.
remove_leftovers() {
    local root=$1
    ((EUID == 0)) || remove_scratch "$root"
    [[ -e $root.part ]] || return 0
    if grep -qF " $root.part/" /proc/self/mounts; then
        die "$root.part still has mounted folders in it: unmount them, then try again"
    fi
    rm -rf --one-file-system -- "$root.part"
}

# The root takes 2.5 GB, and some more while its packages are unpacked.
need_space() {
    local folder free folders=("$REPERE_CACHE")
    ((EUID == 0)) || folders+=(/var/tmp)
    for folder in "${folders[@]}"; do
        free=$(df --output=avail --block-size=1M -- "$folder" | tail -n 1)
        free=${free//[!0-9]/} # "-" where the file system does not tell
        ((${free:-4000} >= 4000)) || die "Debian 13 needs 4 GB in $folder, where $free MB are free: make room, then start again"
    done
}

# The few programs that the host itself must have.
need_host_tools() {
    local tool missing=() packages=(mmdebstrap bubblewrap uidmap debian-archive-keyring)
    ((EUID == 0)) || host_tools+=(newuidmap)
    for tool in "${host_tools[@]}"; do
        type -P "$tool" >/dev/null || [[ -x /usr/sbin/$tool ]] || missing+=("$tool")
    done
    if ((${#missing[@]})); then
        if ! type -P apt-get >/dev/null; then
            die "This machine lacks Qt 6.8 with Qt Location, GDAL 3.10 or GCC 14: install them (scripts/packages.txt has" \
                "the Debian names), or install ${missing[*]} and start again"
        elif ((EUID != 0)); then
            say "Some programs are missing: ${missing[*]}. Type this, then start again:"
            printf '    sudo apt-get install %s\n' "${packages[*]}" >&2
            exit 1
        fi
        say "Installing ${packages[*]}"
        install_on_host "${packages[@]}" || die "apt-get could not install ${packages[*]}"
    fi
    ((EUID == 0)) || may_have_root
}

install_on_host() {
    local log
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if apt-get -qq install --no-install-recommends "$@" </dev/null >"$log" 2>&1 ||
        { apt-get -qq update && apt-get -qq install --no-install-recommends "$@"; } </dev/null >"$log" 2>&1; then
        rm -f -- "$log"
    else
        tail -n 5 "$log" >&2
        rm -f -- "$log"
        return 1
    fi
}

# What an ordinary user's root needs beyond the programs: user numbers of one's own, and the right to use them.
may_have_root() {
    local name
    name=$(id -un)
    if ! grep -qE "^($name|$UID):" /etc/subuid 2>/dev/null; then
        say "$name has no subordinate user numbers. Type this, then start again:"
        printf '    sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 %s\n' "$name" >&2
        exit 1
    fi
    if ! bwrap --ro-bind / / true 2>/dev/null; then
        say "This machine does not let ordinary users make namespaces. Type this, then start again:"
        if [[ -e /proc/sys/kernel/apparmor_restrict_unprivileged_userns ]]; then
            printf '    sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0\n' >&2
        else
            printf '    sudo sysctl kernel.unprivileged_userns_clone=1\n' >&2
        fi
        exit 1
    fi
}
