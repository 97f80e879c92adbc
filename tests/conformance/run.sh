#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the conformance program of a folder and runs its scenarios in the machine; prints TAP.
# usage: run.sh FOLDER RUNNER [NAME…]   (KMDOCK, KMDOCK_HOME in the environment)
# A folder without a driver of its own tests with puppet/.
set -eu
folder=$1
runner=$2
shift 2
here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The folders share a driver: one build of it, beside the runner, is enough for all.
XDG_CACHE_HOME=${XDG_CACHE_HOME:-$(dirname "$(readlink -f "$runner")")/cache}
mkdir -p "$XDG_CACHE_HOME"
export XDG_CACHE_HOME
driver=$folder
[ -f "$here/$folder/driver.c" ] || driver=puppet
"$KMDOCK" build "$here/$driver" -o "$work/driver.sys" >&2
"$here/../scenario/build.sh" "$here/$folder/scenario.c" "$work/scenario.dll" "$KMDOCK_HOME" >&2
"$runner" "$KMDOCK_HOME" "$work/driver.sys" "$work/scenario.dll" "$@"
