#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# usage: make_tree.sh FROM TO: copies a tree and gives its files what Windows editors leave in them: CRLF line ends, tabs,
# a byte-order mark in some, UTF-16 in others. Nothing in TO may be written to afterwards.
set -euo pipefail
mkdir -p "$2"
cp -r "$1/." "$2"
find "$2" -type f | while read -r file; do
    case $file in
    *.vcxproj) sed -i '1s/^/\xef\xbb\xbf/; s/$/\r/' "$file" ;;
    *.c | *.cpp | *.h | *.hpp | *.rc)
        unexpand --first-only -t 4 "$file" | sed 's/$/\r/' >"$file.new"
        mv "$file.new" "$file"
        ;;
    *relay.inx) sed -i 's/$/\r/' "$file" ;;
    *relay2.inx)
        { printf '\377\376'; sed 's/$/\r/' "$file" | iconv -f UTF-8 -t UTF-16LE; } >"$file.new"
        mv "$file.new" "$file"
        ;;
    esac
    case $file in
    *Device.c | *Driver.cpp | *wide.c) sed -i '1s/^/\xef\xbb\xbf/' "$file" ;;
    esac
done
chmod -R a-w "$2"
