/* SPDX-License-Identifier: MIT */
/* File descriptors, under the names that Microsoft's <io.h> gives them. */
#ifndef KMDOCK_IO_H
#define KMDOCK_IO_H

#include <stdio.h>
#include <unistd.h>

#ifndef _isatty
#define _isatty isatty
#define _fileno fileno
#endif

#endif
