#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a reader would object to before running anything: format, clang-tidy, import arrows, man pages, tidiness.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit 2
bad=0

step()
{
    local name=$1 log
    shift
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        printf 'ok      %s\n' "$name"
    else
        printf 'FAILED  %s\n' "$name"
        cat "$log"
        bad=1
    fi
    rm -f "$log"
}

sources()
{
    git ls-files "$@" | grep -v -E '^(sdk/wdf|sdk/km|sdk/um)/'
}

format()
{
    sources '*.c' '*.h' | xargs clang-format --dry-run -Werror
}

scripts()
{
    git ls-files '*.sh' '*.bats' '*.bash' dev .ci/run | xargs shellcheck -x -S warning -e SC2154
}

# The import tables of the guest's images and of Echo, as it is built from its sources.
arrows()
{
    local form drivers=()
    mkdir -p build/lint
    for form in autosync driversync; do
        build/kmdock build "echo/$form" -o "build/lint/$form.sys" || return 1
        drivers+=("build/lint/$form.sys")
    done
    python3 tools/check_arrows.py build/home/guest "${drivers[@]}"
}

# One file per process: in clang-tidy 14 the va_list checker carries its state over to the next file.
tidy_host()
{
    sources 'machine/*.c' 'link/*.c' 'inf/*.c' 'toolchain/*.c' 'cli/*.c' 'um/remote/*.c' 'echo/app/*.c' |
        xargs -P "$(nproc)" -n 1 clang-tidy -p build/host --quiet
}

man_pages()
{
    local page out
    for page in man/*.scd; do
        out=$(scdoc <"$page" | mandoc -T lint -W warning 2>&1 | grep -v -E 'missing date|no blank|skipping paragraph|operating system' || true)
        [ -z "$out" ] || { printf '%s: %s\n' "$page" "$out"; return 1; }
    done
}

step 'clang-format' format
step 'shellcheck' scripts
step 'import arrows of the guest' arrows
step 'include arrows of the host' python3 tools/check_includes.py
step 'tidy' python3 tools/check_tidy.py
step 'generated tables' python3 tools/gen_dos_error.py --check
step 'status page' python3 tools/status.py build/home/guest --check
step 'documents' python3 tools/check_docs.py
step 'man pages' man_pages
step 'clang-tidy' tidy_host
exit $bad
